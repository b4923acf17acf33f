package io.github.harmcheck.stats;

import java.util.OptionalDouble;

/**
 * Corrects a share for the known error of whoever counted it (Rogan and Gladen, American Journal of Epidemiology 107,
 * 1978). Only as good as the error rates are for what was counted: rates from other replies gave a raw 10 % as −73 %,
 * −17 % or 6.8 %, so that a single number of this kind is never shown.
 *
 * @since 0.1.0
 */
public final class RoganGladen {
    private RoganGladen() {}

    /**
     * Returns the corrected share; empty where it would leave 0..1, or where the counter says yes no more often to what
     * is than to what is not: nothing can be told then.
     *
     * @param share share counted, 0..1
     * @param truePositiveRate share of what is that is counted, 0..1
     * @param falsePositiveRate share of what is not that is counted, 0..1
     */
    public static OptionalDouble correct(double share, double truePositiveRate, double falsePositiveRate) {
        double power = truePositiveRate - falsePositiveRate;
        if (!(power > 0)) {
            return OptionalDouble.empty();
        }
        double corrected = (share - falsePositiveRate) / power;
        return corrected >= 0 && corrected <= 1 ? OptionalDouble.of(corrected) : OptionalDouble.empty();
    }
}
