package io.github.harmcheck.campaign;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** What a campaign does by the clock, on one thread: look for late calls, end in time, say how far it is. */
final class EngineClock {
    private final ScheduledThreadPoolExecutor executor =
            new ScheduledThreadPoolExecutor(1, EngineThreads.daemons("harmcheck-clock"));

    void every(Duration period, Runnable task) {
        long millis = period.toMillis();
        ScheduledFuture<?> started = executor.scheduleWithFixedDelay(safe(task), millis, millis, TimeUnit.MILLISECONDS);
        assert !started.isCancelled();
    }

    void after(Duration delay, Runnable task) {
        ScheduledFuture<?> started = executor.schedule(safe(task), delay.toMillis(), TimeUnit.MILLISECONDS);
        assert !started.isCancelled();
    }

    void stop() {
        executor.shutdownNow();
    }

    /** A task that throws would never run again, and nobody would know. */
    private static Runnable safe(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                CampaignLog.warn("a task of the campaign's clock failed", e);
            }
        };
    }
}
