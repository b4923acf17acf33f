package io.github.harmcheck.campaign;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/** Amounts of the last minute, so that a limit holds in any minute and not only in those that a clock begins. */
final class MinuteWindow {
    private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

    private final Deque<Entry> entries = new ArrayDeque<>();
    private long sum;
    private long count;
    private long total;

    void add(long now, long amount) {
        entries.addLast(new Entry(now, amount));
        sum += amount;
        count++;
        total += amount;
    }

    /** Returns the nanoseconds until the amounts of a minute are at most this. */
    long untilAtMost(long most, long now) {
        while (!entries.isEmpty() && now - entries.getFirst().time() >= MINUTE) {
            sum -= entries.removeFirst().amount();
        }
        long over = sum - most;
        for (Entry entry : entries) {
            if (over <= 0) {
                return 0;
            }
            over -= entry.amount();
            if (over <= 0) {
                return entry.time() + MINUTE - now;
            }
        }
        return 0;
    }

    /** Returns the mean of all amounts ever added. */
    int mean(int otherwise) {
        return count == 0 ? otherwise : (int) Math.min(Integer.MAX_VALUE, total / count);
    }

    private record Entry(long time, long amount) {}
}
