package io.github.harmcheck.campaign;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Bounds calls in time on the thread that makes them, since tenant and security context live there: at the limit the
 * thread is interrupted, and where it does not come back within the grace time the trial is given up without it.
 */
final class CallWatch {
    static final Duration GRACE = Duration.ofSeconds(2);

    private final ScheduledExecutorService clock;
    private final Duration limit;
    private final Consumer<String> giveUp;

    /**
     * Creates a watch for the calls of one trial.
     *
     * @param giveUp told what happened when a call ignored its interrupt
     */
    CallWatch(ScheduledExecutorService clock, Duration limit, Consumer<String> giveUp) {
        this.clock = clock;
        this.limit = limit;
        this.giveUp = giveUp;
    }

    /** Returns a watch with a multiple of the limit. */
    CallWatch times(int factor) {
        return new CallWatch(clock, limit.multipliedBy(factor), giveUp);
    }

    <T> T call(String what, Callable<T> call) throws Exception {
        Call running = new Call(Thread.currentThread(), what);
        ScheduledFuture<?> interrupt = clock.schedule(running::interrupt, limit.toMillis(), TimeUnit.MILLISECONDS);
        ScheduledFuture<?> abandon =
                clock.schedule(running::abandon, limit.plus(GRACE).toMillis(), TimeUnit.MILLISECONDS);
        T result;
        try {
            result = call.call();
        } catch (Exception e) {
            if (running.end()) {
                throw timeout(what, e);
            }
            throw e;
        } finally {
            running.end();
            interrupt.cancel(false);
            abandon.cancel(false);
        }
        if (running.end()) {
            throw timeout(what, null);
        }
        return result;
    }

    private String message(String what) {
        return what + " took longer than " + limit.toMillis() + " ms (harmcheck.callTimeout)";
    }

    private TimeoutException timeout(String what, @Nullable Exception cause) {
        TimeoutException timeout = new TimeoutException(message(what));
        if (cause != null) {
            timeout.initCause(cause);
        }
        return timeout;
    }

    /** One call; an interrupt reaches the thread only while the call is under way. */
    private final class Call {
        private final Thread thread;
        private final String what;
        private boolean ended;
        private boolean timedOut;

        Call(Thread thread, String what) {
            this.thread = thread;
            this.what = what;
        }

        synchronized void interrupt() {
            if (!ended) {
                timedOut = true;
                thread.interrupt();
            }
        }

        void abandon() {
            synchronized (this) {
                if (ended) {
                    return;
                }
            }
            giveUp.accept(message(what) + " and did not react to being interrupted");
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
    }
}
