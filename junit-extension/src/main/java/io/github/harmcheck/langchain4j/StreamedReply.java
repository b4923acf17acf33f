package io.github.harmcheck.langchain4j;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.chat.response.StreamingHandle;
import io.github.harmcheck.target.NullReplyException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** Collects one streamed reply; whoever waits for it and is interrupted cancels the stream. */
final class StreamedReply implements StreamingChatResponseHandler {
    private final CompletableFuture<ChatResponse> complete = new CompletableFuture<>();
    /** Written by the client's thread, read by ours; guarded by itself. */
    private final StringBuilder said = new StringBuilder();

    private volatile boolean abandoned;
    private volatile @Nullable StreamingHandle handle;

    ChatResponse await() throws InterruptedException, ExecutionException {
        try {
            return complete.get();
        } catch (InterruptedException e) {
            abandoned = true;
            StreamingHandle running = handle;
            if (running != null) {
                running.cancel();
            }
            throw e;
        }
    }

    String soFar() {
        synchronized (said) {
            return said.toString();
        }
    }

    @Override
    public void onPartialResponse(String text) {
        synchronized (said) {
            said.append(text);
        }
    }

    @Override
    public void onPartialResponse(PartialResponse part, PartialResponseContext context) {
        handle = context.streamingHandle();
        onPartialResponse(part.text());
        if (abandoned) {
            context.streamingHandle().cancel();
        }
    }

    @Override
    public void onCompleteResponse(@Nullable ChatResponse response) {
        if (response == null) {
            complete.completeExceptionally(new NullReplyException());
        } else {
            complete.complete(response);
        }
    }

    @Override
    public void onError(Throwable error) {
        complete.completeExceptionally(error);
    }
}
