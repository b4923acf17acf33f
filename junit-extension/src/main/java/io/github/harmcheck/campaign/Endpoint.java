package io.github.harmcheck.campaign;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * How hard all campaigns of this JVM together press on one endpoint, whether as target, attacker or judge. Each call
 * brings the limits of its campaign and waits until they hold. An endpoint that turns calls away gets half as many at a
 * time, once for each burst, and one more for each window of calls it answers (AIMD, as TCP does).
 */
final class Endpoint {
    private static final Map<String, Endpoint> BY_NAME = new ConcurrentHashMap<>();

    private final LongSupplier nanoTime;
    private final ReentrantLock lock = new ReentrantLock(true);
    private final Condition changed = lock.newCondition();
    private final MinuteWindow requests = new MinuteWindow();
    private final MinuteWindow tokens = new MinuteWindow();
    private int busy;
    private int reserved;
    private double window = Double.MAX_VALUE;
    private long cut;
    private boolean everCut;
    private long pausedUntil;
    private boolean paused;

    Endpoint(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    static Endpoint of(String name) {
        return BY_NAME.computeIfAbsent(name, any -> new Endpoint(System::nanoTime));
    }

    /** Waits until a call may begin and takes its place, which the caller gives back exactly once. */
    Place acquire(Pace pace) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            for (long wait = untilFree(pace); wait > 0; wait = untilFree(pace)) {
                if (wait == Long.MAX_VALUE) {
                    changed.await();
                } else {
                    long left = changed.awaitNanos(wait);
                    assert left <= wait;
                }
            }
            busy++;
            long now = nanoTime.getAsLong();
            if (pace.requestsPerMinute() != null) {
                requests.add(now, 1);
            }
            int expected = pace.tokensPerMinute() == null ? 0 : expectedTokens();
            reserved += expected;
            return new Place(pace, now, expected);
        } finally {
            lock.unlock();
        }
    }

    /** Returns how long to wait: 0 not at all, {@link Long#MAX_VALUE} until another call ends. */
    private long untilFree(Pace pace) {
        if (busy >= Math.min(pace.concurrency(), (int) Math.min(window, Integer.MAX_VALUE))) {
            return Long.MAX_VALUE;
        }
        long now = nanoTime.getAsLong();
        long wait = 0;
        if (paused) {
            wait = Math.max(0, pausedUntil - now);
            paused = wait > 0;
        }
        Integer most = pace.requestsPerMinute();
        if (most != null) {
            wait = Math.max(wait, requests.untilAtMost(most - 1L, now));
        }
        Long mostTokens = pace.tokensPerMinute();
        if (mostTokens != null) {
            wait = Math.max(wait, waitForTokens(now, mostTokens));
        }
        return wait;
    }

    private long waitForTokens(long now, long most) {
        long allowed = most - reserved - expectedTokens();
        // A call larger than the whole limit has to be made some time: alone, after a quiet minute.
        if (allowed < 0 && busy > 0) {
            return Long.MAX_VALUE;
        }
        return tokens.untilAtMost(Math.max(0, allowed), now);
    }

    /** What one call is expected to use: what they used on average, and a guess before the first answer. */
    private int expectedTokens() {
        return tokens.mean(500);
    }

    /** Lets nothing begin for a while, since the endpoint said that its allowance is used up. */
    void pause(Duration wait) {
        lock.lock();
        try {
            long until = nanoTime.getAsLong() + wait.toNanos();
            if (!paused || until - pausedUntil > 0) {
                pausedUntil = until;
                paused = true;
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** A place at the endpoint: one call that is under way. */
    final class Place {
        private final Pace pace;
        private final long began;
        private final int expected;
        private boolean left;

        private Place(Pace pace, long began, int expected) {
            this.pace = pace;
            this.began = began;
            this.expected = expected;
        }

        /** Says that the call was answered. */
        void answered(long usedTokens) {
            leave(() -> {
                tokens(usedTokens);
                if (window < pace.concurrency()) {
                    window += 1 / window;
                }
            });
        }

        /** Says that the call was not answered, for reasons that say nothing about load. */
        void failed() {
            leave(() -> tokens(0));
        }

        /**
         * Says that the endpoint turned the call away.
         *
         * @param wait how long the endpoint asked everybody to wait; zero where it did not
         */
        void turnedAway(Duration wait) {
            leave(() -> {
                tokens(0);
                // Calls that began before the last cut belong to the burst it answered.
                if (!everCut || began - cut > 0) {
                    window = Math.max(1, Math.min(window, pace.concurrency()) / 2);
                    cut = nanoTime.getAsLong();
                    everCut = true;
                }
                if (!wait.isZero()) {
                    pause(wait);
                }
            });
        }

        private void tokens(long used) {
            reserved -= expected;
            if (pace.tokensPerMinute() != null && used > 0) {
                tokens.add(nanoTime.getAsLong(), used);
            }
        }

        private void leave(Runnable change) {
            // Who leaves need not queue behind those who wait to come in.
            if (!lock.tryLock()) {
                lock.lock();
            }
            try {
                if (!left) {
                    left = true;
                    busy--;
                    change.run();
                    changed.signalAll();
                }
            } finally {
                lock.unlock();
            }
        }
    }
}
