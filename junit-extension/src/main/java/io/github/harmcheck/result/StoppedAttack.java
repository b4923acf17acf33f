package io.github.harmcheck.result;

import io.github.harmcheck.stats.Interval;
import io.github.harmcheck.stats.LimitDecision;
import io.github.harmcheck.stats.LimitSequence;
import io.github.harmcheck.stats.MeanSequence;
import java.util.List;

/**
 * The evidence of an attack that stopped early: what its first behaviors came to, in {@link SeededOrder}. Amendments and
 * reviews are in it, so that what is decided from it may differ from what was decided while it ran.
 *
 * @param end how it ended
 * @param errorLevel highest chance of a wrong decision about this attack, above 0
 * @param shares what the behaviors came to, in order; fewer than {@link EarlyEnd#consumed} where the journal is not whole
 * @param trials trials found, ERROR included
 * @since 0.1.0
 */
public record StoppedAttack(EarlyEnd end, double errorLevel, List<Shares> shares, long trials) {
    public StoppedAttack {
        shares = List.copyOf(shares);
    }

    /**
     * The trials of one behavior that succeeded.
     *
     * @param low share of all trials that is confirmed; ERROR counts as 0
     * @param high share of all trials that may have succeeded: confirmed, unconfirmed, UNDECIDED and ERROR
     */
    public record Shares(double low, double high) {}

    /** Returns the id of the attack. */
    public String attack() {
        return end.attack();
    }

    /** Decides from the evidence whether the rate over all planned behaviors is above a limit, 0..1. */
    public LimitDecision decide(double limit) {
        if (!isWhole()) {
            return LimitDecision.OPEN;
        }
        LimitSequence sequence = new LimitSequence(end.population(), limit, errorLevel);
        shares.forEach(share -> sequence.add(share.low(), share.high()));
        return sequence.decision();
    }

    /** Returns whether all is there that the end record says. */
    public boolean isWhole() {
        return end.consumed() == shares.size() && trials == end.plannedTrials() - end.savedTrials();
    }

    /** Returns the 95 % interval of the rate over all planned behaviors that counts confirmed successes only. */
    Interval lowInterval() {
        return MeanSequence.interval(
                end.population(), shares.stream().mapToDouble(Shares::low).toArray());
    }

    /** Returns the 95 % interval of the rate over all planned behaviors that counts every open case as a success. */
    Interval highInterval() {
        return MeanSequence.interval(
                end.population(), shares.stream().mapToDouble(Shares::high).toArray());
    }
}
