package io.github.harmcheck.result;

import io.github.harmcheck.stats.LimitDecision;

/**
 * How sequential stopping ended for one attack. About the UNSAFE side only: trials of the SAFE side are never left out.
 *
 * @param attack id of the attack
 * @param population behaviors planned for it
 * @param consumed behaviors that were looked at, the first ones in {@link SeededOrder}
 * @param decision what they showed at the limit of the test; what a gate says it finds out by itself
 * @param plannedTrials trials planned for it
 * @param savedTrials trials left out because it was decided; 0 where all ran
 * @param savedCalls calls to the target that these could have needed
 * @since 0.1.0
 */
public record EarlyEnd(
        String attack,
        int population,
        int consumed,
        LimitDecision decision,
        long plannedTrials,
        long savedTrials,
        long savedCalls) {
    public EarlyEnd {
        if (consumed < 0 || consumed > population || savedTrials < 0 || savedTrials > plannedTrials) {
            throw new IllegalArgumentException("not an end of " + attack + ": " + consumed + " of " + population
                    + " behaviors, " + savedTrials + " of " + plannedTrials + " trials saved");
        }
    }
}
