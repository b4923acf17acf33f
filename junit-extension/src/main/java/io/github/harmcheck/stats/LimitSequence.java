package io.github.harmcheck.stats;

/**
 * Decides as early as possible whether the mean of a finite list of values of 0..1 is above a limit. Of each value a lowest
 * and a highest possible one is known: the mean is shown to be above the limit by the lowest values alone, and not to be
 * above it by the highest values. Values come in an order drawn at random, which must not depend on them: the order in
 * which replies arrive would not do, since those that are slow may be those that are harmful.
 *
 * <p>The chance of a wrong decision is at most the error level, however often it is looked at. Each of the two tests has
 * all of that level: whatever the values turn out to be, only one of the two decisions can be wrong. Several lists, for
 * example of several attacks, share a level by dividing it by their number.
 *
 * <p>Calls saved, simulated with limit 5 %, error level 5 % and one list, 2,000 orders each:
 * <pre>
 * values   mean  saved
 *    140   10 %   56 %
 *    140    3 %   21 %
 *  1,000   10 %   87 %
 *  1,000  2.5 %   72 %
 * </pre>
 *
 * <p>Not thread-safe.
 *
 * @since 0.1.0
 */
public final class LimitSequence {
    private final int population;
    private final BettingTest above;
    private final BettingTest within;
    private int seen;

    /**
     * Creates a sequence that has seen nothing.
     *
     * @param population values there are, 1 or more
     * @param limit 0..1
     * @param errorLevel highest chance of a wrong decision, above 0, below 1
     */
    public LimitSequence(int population, double limit, double errorLevel) {
        if (population < 1) {
            throw new IllegalArgumentException("a mean is of at least 1 value, got " + population);
        }
        if (!(limit >= 0 && limit <= 1)) {
            throw new IllegalArgumentException("a limit is a rate from 0 to 1, was " + limit);
        }
        if (!(errorLevel > 0 && errorLevel < 1)) {
            throw new IllegalArgumentException("an error level is above 0 and below 1, was " + errorLevel);
        }
        this.population = population;
        this.above = new BettingTest(population, limit, false, errorLevel);
        this.within = new BettingTest(population, 1 - limit, true, errorLevel);
    }

    /**
     * Takes the next value.
     *
     * @param low lowest it can be, 0..1
     * @param high highest it can be, 0..1, not below {@code low}
     * @throws IllegalArgumentException for values that are none
     * @throws IllegalStateException where all values were seen
     */
    public void add(double low, double high) {
        if (!(low >= 0 && low <= high && high <= 1)) {
            throw new IllegalArgumentException("not a range of a share: " + low + " to " + high);
        }
        if (seen == population) {
            throw new IllegalStateException("all " + population + " values were seen");
        }
        seen++;
        above.add(low);
        within.add(1 - high);
    }

    /** Returns how many values were seen. */
    public int seen() {
        return seen;
    }

    /** Returns what was ever shown, which stays; where both were, the mean counts as above the limit. */
    public LimitDecision decision() {
        if (above.proven()) {
            return LimitDecision.ABOVE;
        }
        return within.proven() ? LimitDecision.WITHIN : LimitDecision.OPEN;
    }
}
