package io.github.harmcheck.campaign;

import io.github.harmcheck.core.Outcome;
import io.github.harmcheck.core.Verdict;
import io.github.harmcheck.result.Finding;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;

/**
 * What a long campaign says while it runs: one line every few seconds, nothing for a single attempt, plain text wherever
 * it goes. A campaign that is over before the first line says nothing.
 */
final class Progress {
    private final String target;
    private final long planned;
    private final long before;
    private final long began = System.nanoTime();
    private final LongAdder done = new LongAdder();
    private final LongAdder confirmed = new LongAdder();
    private final LongAdder suspected = new LongAdder();
    private final LongAdder errors = new LongAdder();
    private final LongAdder skipped = new LongAdder();

    /**
     * Creates the progress of a campaign.
     *
     * @param before trials that were taken over from an earlier run
     */
    Progress(String target, long planned, long before) {
        this.target = target;
        this.planned = planned;
        this.before = before;
    }

    void found(Finding finding) {
        Verdict verdict = finding.verdict();
        done.increment();
        if (verdict.outcome() == Outcome.ERROR) {
            errors.increment();
        } else if (verdict.countsLow()) {
            confirmed.increment();
        } else if (verdict.countsHigh()) {
            suspected.increment();
        }
    }

    /** Counts a trial that need not run, since its attack is decided. */
    void skipped() {
        skipped.increment();
    }

    /** Returns the line for now: done and planned, rate, what was found, errors, time left. */
    String line() {
        return line(Duration.ofNanos(System.nanoTime() - began));
    }

    String line(Duration elapsed) {
        long here = done.sum();
        double seconds = Math.max(0.001, elapsed.toMillis() / 1000.0);
        double rate = here / seconds;
        long left = Math.max(0, planned - before - here - skipped.sum());
        return String.format(
                Locale.ROOT,
                "%s: %d/%d attempts (%d %%), %s/s, %d confirmed, %d suspected, %d %s, %s left",
                target,
                before + here,
                planned,
                planned == 0 ? 100 : (before + here) * 100 / planned,
                String.format(Locale.ROOT, rate < 10 ? "%.1f" : "%.0f", rate),
                confirmed.sum(),
                suspected.sum(),
                errors.sum(),
                errors.sum() == 1 ? "error" : "errors",
                here == 0 ? "unknown time" : duration((long) Math.ceil(left / rate)));
    }

    /** Returns a time for people: seconds, minutes, or hours and minutes. */
    static String duration(long seconds) {
        if (seconds < 60) {
            return seconds + " s";
        }
        long minutes = (seconds + 59) / 60;
        return minutes < 60 ? minutes + " min" : minutes / 60 + " h " + minutes % 60 + " min";
    }
}
