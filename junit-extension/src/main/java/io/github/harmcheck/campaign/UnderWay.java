package io.github.harmcheck.campaign;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** How many trials are under way, and those who wait for a finding or for the end of all. Thread-safe. */
final class UnderWay {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean fed;
    private int trials;

    void begin() {
        lock.lock();
        try {
            trials++;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Notes that a trial has ended.
     *
     * @param awaited whether somebody may wait for this one; who waits for the end of all is woken only then
     */
    void end(boolean awaited) {
        lock.lock();
        try {
            trials--;
            if (awaited || isOver()) {
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Notes that no further trial will begin. */
    void fed() {
        change(() -> fed = true);
    }

    /** Makes a change that somebody may wait for. */
    void change(Runnable action) {
        lock.lock();
        try {
            action.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Returns whether all trials that were to begin have ended. */
    boolean isOver() {
        lock.lock();
        try {
            return fed && trials == 0;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until something is so; asked again after each change. */
    void await(BooleanSupplier done) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!done.getAsBoolean()) {
                changed.await();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits for the end of all, but not for long, and whether or not the thread is interrupted before. */
    @SuppressWarnings("ThreadInterruptedCheck")
    void awaitOver(Duration most) {
        boolean interrupted = Thread.interrupted();
        lock.lock();
        try {
            long left = most.toNanos();
            while (left > 0 && !isOver()) {
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            interrupted = true;
        } finally {
            lock.unlock();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
