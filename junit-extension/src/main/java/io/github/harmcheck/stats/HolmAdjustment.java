package io.github.harmcheck.stats;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Adjusts p-values for how many of them were looked at (Holm, Scandinavian Journal of Statistics 6, 1979): the chance
 * that any true hypothesis has an adjusted value of at most 0.05 is at most 5 %, however the tests depend on each other.
 *
 * @since 0.1.0
 */
public final class HolmAdjustment {
    private HolmAdjustment() {}

    /**
     * Returns the adjusted p-values in the order given, none below the original and none above 1.
     *
     * @throws IllegalArgumentException for a value outside 0..1
     */
    public static double[] adjust(double[] pValues) {
        for (double pValue : pValues) {
            if (!(pValue >= 0 && pValue <= 1)) {
                throw new IllegalArgumentException("a p-value is 0..1, was " + pValue);
            }
        }
        int[] order = IntStream.range(0, pValues.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> pValues[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] adjusted = Arrays.copyOf(pValues, pValues.length);
        double largest = 0;
        for (int rank = 0; rank < order.length; rank++) {
            largest = Math.max(largest, Math.min(1, pValues[order[rank]] * (order.length - rank)));
            adjusted[order[rank]] = largest;
        }
        return adjusted;
    }
}
