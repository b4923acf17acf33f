package io.github.harmcheck.target;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Collects a body up to a size and a time; beyond either, stops reading and fails, so that an endless body costs no
 * memory and a slow one no patience.
 */
final class BoundedBody implements BodySubscriber<byte[]> {
    private final int most;
    private final long deadline;
    private final CompletableFuture<byte[]> body = new CompletableFuture<>();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private volatile Flow.@Nullable Subscription subscription;
    /** Completed with the body, whose bytes its timer would otherwise hold. */
    private final CompletableFuture<Void> time = new CompletableFuture<>();

    /**
     * Creates a subscriber of one body.
     *
     * @param most its bytes
     * @param deadline when it must be complete, as {@link System#nanoTime()} counts
     */
    BoundedBody(int most, long deadline) {
        this.most = most;
        this.deadline = deadline;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return body;
    }

    @Override
    public void onSubscribe(Flow.Subscription started) {
        subscription = started;
        CompletableFuture<Void> unused = time.orTimeout(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS)
                .exceptionally(late -> {
                    fail(new HttpTimeoutException("the reply took too long"));
                    return null;
                });
        started.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        if (body.isDone()) {
            return;
        }
        for (ByteBuffer buffer : buffers) {
            if (buffer.remaining() > most - bytes.size()) {
                fail(new IOException("the reply is larger than " + most + " bytes"));
                return;
            }
            byte[] chunk = new byte[buffer.remaining()];
            buffer.get(chunk);
            bytes.write(chunk, 0, chunk.length);
        }
    }

    private void fail(IOException cause) {
        Flow.Subscription running = subscription;
        if (running != null) {
            running.cancel();
        }
        body.completeExceptionally(cause);
    }

    @Override
    public void onError(Throwable cause) {
        time.complete(null);
        body.completeExceptionally(cause);
    }

    @Override
    public void onComplete() {
        time.complete(null);
        body.complete(bytes.toByteArray());
    }
}
