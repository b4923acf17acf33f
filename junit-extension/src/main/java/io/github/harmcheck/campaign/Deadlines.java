package io.github.harmcheck.campaign;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Bounds calls in time on the thread that makes them, since tenant and security context live there: at the limit the
 * thread is interrupted, and where it does not come back within the grace time the trial is given up without it. One
 * sweep every few milliseconds looks at all calls, which costs a call less than timers of its own.
 */
final class Deadlines {
    static final Duration GRACE = Duration.ofSeconds(2);
    static final Duration SWEEP = Duration.ofMillis(20);

    private static final ThreadLocal<@Nullable Call> CURRENT = new ThreadLocal<>();

    private final Set<Call> running = ConcurrentHashMap.newKeySet();

    /** Looks for calls that are over their time. */
    void sweep() {
        long now = System.nanoTime();
        for (Call call : running) {
            call.check(now);
        }
    }

    /** Gives the calls of this thread more time: they waited for us, not for the endpoint. */
    static void extend(long nanos) {
        for (Call call = CURRENT.get(); call != null; call = call.outer) {
            call.extend(nanos);
        }
    }

    /**
     * Makes a call.
     *
     * @param giveUp told what happened where the call ignores its interrupt
     * @throws TimeoutException where it took too long
     */
    <T> T call(String what, Duration limit, Consumer<String> giveUp, Callable<T> call) throws Exception {
        Call outer = CURRENT.get();
        Call mine = new Call(what, limit, giveUp, outer);
        CURRENT.set(mine);
        running.add(mine);
        T result;
        try {
            result = call.call();
        } catch (Exception e) {
            if (mine.end()) {
                throw mine.timeout(e);
            }
            throw e;
        } finally {
            mine.end();
            running.remove(mine);
            if (outer == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(outer);
            }
        }
        if (mine.end()) {
            throw mine.timeout(null);
        }
        return result;
    }

    /** One call; an interrupt reaches the thread only while the call is under way. */
    private static final class Call {
        private final Thread thread = Thread.currentThread();
        private final String what;
        private final Duration limit;
        private final Consumer<String> giveUp;
        private final @Nullable Call outer;
        private long deadline;
        private boolean ended;
        private boolean timedOut;
        private boolean givenUp;

        Call(String what, Duration limit, Consumer<String> giveUp, @Nullable Call outer) {
            this.what = what;
            this.limit = limit;
            this.giveUp = giveUp;
            this.outer = outer;
            this.deadline = System.nanoTime() + limit.toNanos();
        }

        synchronized void extend(long nanos) {
            deadline += nanos;
        }

        void check(long now) {
            synchronized (this) {
                if (ended || now - deadline < 0) {
                    return;
                }
                if (!timedOut) {
                    timedOut = true;
                    thread.interrupt();
                    return;
                }
                if (givenUp || now - deadline < GRACE.toNanos()) {
                    return;
                }
                givenUp = true;
            }
            giveUp.accept(message() + " and did not react to being interrupted");
        }

        /** Ends the call and returns whether it was too late; takes the interrupt back. */
        @SuppressWarnings("ThreadInterruptedCheck")
        synchronized boolean end() {
            if (!ended) {
                ended = true;
                if (timedOut) {
                    Thread.interrupted();
                }
            }
            return timedOut;
        }

        private String message() {
            return what + " took longer than " + limit.toMillis() + " ms (harmcheck.callTimeout)";
        }

        TimeoutException timeout(@Nullable Exception cause) {
            TimeoutException timeout = new TimeoutException(message());
            if (cause != null) {
                timeout.initCause(cause);
            }
            return timeout;
        }
    }
}
