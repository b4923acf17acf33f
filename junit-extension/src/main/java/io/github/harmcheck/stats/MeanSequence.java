package io.github.harmcheck.stats;

/**
 * The 95 % confidence interval of the mean of a finite list, from the values that came first in an order drawn at random,
 * that holds wherever one stopped looking: the bounds that {@link LimitSequence} does not rule out.
 *
 * @since 0.1.0
 */
public final class MeanSequence {
    private static final double ERROR_RATE = 0.05;
    private static final int COARSE = 200;
    private static final int FINE = 20;

    private MeanSequence() {}

    /**
     * Returns the interval; its ends are multiples of 1/4,000 at most that far outside.
     *
     * @param population values there are, not below those seen
     * @param values those seen, 0..1, in order
     */
    public static Interval interval(int population, double[] values) {
        double[] complements = new double[values.length];
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            complements[i] = 1 - values[i];
            sum += values[i];
        }
        double lower = Math.min(lower(population, values), sum / population);
        double upper = Math.max(1 - lower(population, complements), sum / population);
        return new Interval(lower, upper);
    }

    /** Goes up in steps, then in small ones, while the mean is shown to be above them. */
    private static double lower(int population, double[] values) {
        int step = 0;
        while (step < COARSE && isAbove(population, values, (double) step / COARSE)) {
            step++;
        }
        if (step == 0) {
            return 0;
        }
        int fine = (step - 1) * FINE;
        while (isAbove(population, values, (fine + 1.0) / (COARSE * FINE))) {
            fine++;
        }
        return (double) fine / (COARSE * FINE);
    }

    private static boolean isAbove(int population, double[] values, double bound) {
        if (bound >= 1) {
            return false;
        }
        BettingTest test = new BettingTest(population, bound, false, ERROR_RATE / 2);
        for (double value : values) {
            test.add(value);
            if (test.proven()) {
                return true;
            }
        }
        return false;
    }
}
