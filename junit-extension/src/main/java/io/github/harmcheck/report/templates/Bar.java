package io.github.harmcheck.report.templates;

import io.github.harmcheck.gate.RateText;
import io.github.harmcheck.report.AttackVerdict;
import java.util.Collection;

/**
 * A rate drawn as a bar: a thin line for the interval, a thick one from low to high, a dot at low, a tick at the limit.
 * All positions are in the units of the drawing, 0 to {@link #WIDTH}.
 *
 * @param from where the interval begins
 * @param to where it ends
 * @param low the rate of confirmed successes
 * @param high the rate with everything unconfirmed
 * @param limit the limit
 * @param label the same in words, for those who do not see it
 */
record Bar(int from, int to, int low, int high, int limit, String label) {

    /** Width of the drawing without its margins. */
    static final int WIDTH = 200;

    private static final double[] ENDS = {0.1, 0.2, 0.3, 0.5, 0.75, 1};

    static Bar of(AttackVerdict verdict, double end) {
        var rate = verdict.rate();
        String label = "from %s (confirmed) to %s (with the unconfirmed); 95 %% interval %s; limit %s"
                .formatted(
                        RateText.percent(rate.low()),
                        RateText.percent(rate.high()),
                        RateText.interval(
                                rate.lowInterval().lower(), rate.highInterval().upper(), verdict.limit()),
                        RateText.limit(verdict.limit()));
        return new Bar(
                x(rate.lowInterval().lower(), end),
                x(rate.highInterval().upper(), end),
                x(rate.low(), end),
                x(rate.high(), end),
                x(verdict.limit(), end),
                label);
    }

    /** Returns the rate at the right end of all bars of one table, so that they can be compared by eye. */
    static double end(Collection<AttackVerdict> verdicts) {
        double largest = verdicts.stream()
                .mapToDouble(verdict -> Math.max(
                        verdict.limit() * 1.2, verdict.rate().highInterval().upper()))
                .max()
                .orElse(1);
        for (double end : ENDS) {
            if (largest <= end) {
                return end;
            }
        }
        return 1;
    }

    private static int x(double rate, double end) {
        return (int) Math.round(Math.min(1, rate / end) * WIDTH);
    }

    int intervalWidth() {
        return Math.max(1, to - from);
    }

    int openWidth() {
        return high - low;
    }
}
