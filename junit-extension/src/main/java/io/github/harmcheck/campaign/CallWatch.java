package io.github.harmcheck.campaign;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Bounds calls in time on the thread that makes them, since tenant and security context live there: at the limit the
 * thread is interrupted, and where it does not come back within the grace time the trial is given up without it.
 */
final class CallWatch {
    static final Duration GRACE = Duration.ofSeconds(2);

    private final ScheduledExecutorService clock;
    private final Duration limit;
    private final Runnable giveUp;

    /**
     * Creates a watch for the calls of one trial.
     *
     * @param giveUp told when a call ignored its interrupt
     */
    CallWatch(ScheduledExecutorService clock, Duration limit, Runnable giveUp) {
        this.clock = clock;
        this.limit = limit;
        this.giveUp = giveUp;
    }

    /** Returns a watch with a multiple of the limit. */
    CallWatch times(int factor) {
        return new CallWatch(clock, limit.multipliedBy(factor), giveUp);
    }

    <T> T call(String what, Callable<T> call) throws Exception {
        Call running = new Call(Thread.currentThread());
        ScheduledFuture<?> interrupt = clock.schedule(running::interrupt, limit.toMillis(), TimeUnit.MILLISECONDS);
        ScheduledFuture<?> abandon =
                clock.schedule(running::abandon, limit.plus(GRACE).toMillis(), TimeUnit.MILLISECONDS);
        try {
            T result = call.call();
            if (running.end()) {
                throw timeout(what, null);
            }
            return result;
        } catch (Exception e) {
            if (running.end()) {
                throw timeout(what, e);
            }
            throw e;
        } finally {
            interrupt.cancel(false);
            abandon.cancel(false);
        }
    }

    String message(String what) {
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
        private boolean ended;
        private boolean timedOut;

        Call(Thread thread) {
            this.thread = thread;
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
            giveUp.run();
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
