package io.github.harmcheck.target;

import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads of an HTTP client, which has no end before Java 21: those it left to itself would stay for a minute. */
final class HttpThreads {
    private static final long IDLE_SECONDS = 2;
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private HttpThreads() {}

    static Executor create() {
        return new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
                    Thread thread = new Thread(task, "harmcheck-http-" + NUMBER.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
    }
}
