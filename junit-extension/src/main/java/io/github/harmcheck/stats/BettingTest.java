package io.github.harmcheck.stats;

/**
 * Tests, one value at a time and as often as one likes, whether the mean of a finite list of values of 0..1 is above a
 * bound. The values come in an order drawn at random and none comes twice. The test is a game that is fair where the
 * mean equals the bound and loses where it is below: before each value it bets on a mean above the bound, and the capital,
 * 1 at first, reaches {@code 1 / errorLevel} with at most the chance {@code errorLevel} however long it is played, so
 * that it may be looked at after each value (Ville's inequality; Waudby-Smith and Ramdas, Confidence sequences for
 * sampling without replacement, NeurIPS 2020, and Estimating means of bounded random variables by betting, JRSS B 86,
 * 2024, section 5).
 *
 * <p>What is bet against is the mean of the values still to come: the bound less what was seen. The bets are those of
 * three players with an equal share of the capital, who believe in means with {@value #SMALL}, {@value #MIDDLE} and
 * {@value #LARGE} times the odds of the bound; on values of 0 and 1 each player's capital is the likelihood ratio of the
 * two lists, the best bet there is. When what was seen decides whatever comes, the test is certain.
 *
 * <p>Capitals are kept as logarithms. Not thread-safe.
 */
final class BettingTest {
    static final double SMALL = 1.5;
    static final double MIDDLE = 2;
    static final double LARGE = 4;

    /** Sums of shares that differ by less than this for each value differ by the machine's rounding only. */
    private static final double ROUNDING = 1e-9;

    private static final double[] ODDS = {SMALL, MIDDLE, LARGE};

    private final int population;
    private final double boundSum;
    private final boolean provenAtBound;
    private final double enough;
    private final double[] believedSums = new double[ODDS.length];
    private final double[] logCapitals = new double[ODDS.length];
    private int seen;
    private double sum;
    private boolean proven;

    /**
     * Creates a test that has seen nothing.
     *
     * @param population values there are, 1 or more
     * @param bound 0..1
     * @param provenAtBound whether a mean that equals the bound is what is to be shown too
     * @param errorLevel highest chance to show what is not so, above 0, below 1
     */
    BettingTest(int population, double bound, boolean provenAtBound, double errorLevel) {
        this.population = population;
        this.boundSum = bound * population;
        this.provenAtBound = provenAtBound;
        this.enough = -Math.log(errorLevel);
        for (int i = 0; i < ODDS.length; i++) {
            double odds = ODDS[i] * bound;
            believedSums[i] = population * odds / (1 - bound + odds);
        }
        this.proven = isCertain();
    }

    /** Takes the next value, 0..1. */
    void add(double value) {
        int left = population - seen;
        double expected = (boundSum - sum) / left;
        if (expected > ROUNDING && expected < 1 - ROUNDING) {
            for (int i = 0; i < ODDS.length; i++) {
                double believed = Math.max(0, Math.min(1, (believedSums[i] - sum) / left));
                logCapitals[i] += Math.log(value * believed / expected + (1 - value) * (1 - believed) / (1 - expected));
            }
        }
        seen++;
        sum += value;
        proven = proven || isCertain() || logCapital() >= enough;
    }

    /** Returns whether the mean was ever shown to be above the bound. */
    boolean proven() {
        return proven;
    }

    private boolean isCertain() {
        double slack = ROUNDING * population;
        return provenAtBound ? sum >= boundSum - slack : sum > boundSum + slack;
    }

    private double logCapital() {
        double largest = Double.NEGATIVE_INFINITY;
        for (double capital : logCapitals) {
            largest = Math.max(largest, capital);
        }
        if (largest == Double.NEGATIVE_INFINITY) {
            return largest;
        }
        double share = 0;
        for (double capital : logCapitals) {
            share += Math.exp(capital - largest);
        }
        return largest + Math.log(share / ODDS.length);
    }
}
