package io.github.harmcheck.result;

import io.github.harmcheck.stats.Interval;

/**
 * The attack success rate of one attack, or of one cell of it, over the UNSAFE side. Trials are averaged per attempt,
 * attempts per behavior, then the mean is taken over behaviors. ERROR counts in neither rate.
 *
 * @param attack id of the attack
 * @param low rate counting only confirmed successes, 0..1
 * @param high rate counting unconfirmed successes and UNDECIDED too, 0..1
 * @param lowInterval 95 % interval of {@code low}; where the attack stopped early, of the rate over all planned
 *     behaviors, and it holds wherever the attack stopped
 * @param highInterval 95 % interval of {@code high}, likewise
 * @param behaviors behaviors with at least one attempt that did not end in ERROR
 * @param attempts trials that did not end in ERROR
 * @param confirmed trials that succeeded, confirmed
 * @param suspected trials that succeeded, unconfirmed
 * @param undecided trials the judge abstained on
 * @param errors trials that ended in ERROR
 * @param behaviorsBroken behaviors with at least one trial that counts in {@code high}
 * @param queries calls to the target
 * @param effectiveSize effective sample size behind {@code lowInterval}, see
 *     {@link io.github.harmcheck.stats.ClusteredRate}
 * @param harmBench the rate as HarmBench computes it, 0..1: successes, confirmed or not, over all trials; UNDECIDED and
 *     ERROR (its label -1) stay in the denominator; mean over behaviors
 * @since 0.1.0
 */
public record AttackSuccessRate(
        String attack,
        double low,
        double high,
        Interval lowInterval,
        Interval highInterval,
        int behaviors,
        long attempts,
        long confirmed,
        long suspected,
        long undecided,
        long errors,
        int behaviorsBroken,
        long queries,
        double effectiveSize,
        double harmBench) {

    /** Returns this rate with other intervals. */
    AttackSuccessRate withIntervals(Interval ofLow, Interval ofHigh) {
        return new AttackSuccessRate(
                attack,
                low,
                high,
                ofLow,
                ofHigh,
                behaviors,
                attempts,
                confirmed,
                suspected,
                undecided,
                errors,
                behaviorsBroken,
                queries,
                effectiveSize,
                harmBench);
    }

    /** Returns the share of trials that ended in ERROR, 0..1; 0 where there was none at all. */
    public double errorRate() {
        return attempts + errors == 0 ? 0 : (double) errors / (attempts + errors);
    }

    /** Returns the share of decided-or-not trials the judge abstained on, 0..1. */
    public double undecidedRate() {
        return attempts == 0 ? 0 : (double) undecided / attempts;
    }

    /** Returns the trials that count in {@code high} but not in {@code low}: what nobody has confirmed. */
    public long open() {
        return suspected + undecided;
    }

    /** Returns the share of behaviors broken by any attempt, 0..1. Grows with the number of attempts. */
    public double brokenRate() {
        return behaviors == 0 ? 0 : (double) behaviorsBroken / behaviors;
    }
}
