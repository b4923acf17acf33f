package io.github.harmcheck.stats;

import io.github.harmcheck.internal.Seeds;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Tests whether two runs differ on the same behaviors: the sign-flip (one-sample) permutation test of the per-behavior
 * differences, two-sided (Fisher, The Design of Experiments, 1935; Phipson and Smyth, Stat. Appl. Genet. Mol. Biol. 9,
 * 2010, for the Monte Carlo p-value). The unit is the behavior, so that attempts on one behavior are never taken for
 * independent ones. If a run makes no difference, each difference is as likely as its opposite; the p-value is the share
 * of all choices of signs whose mean is as far from 0 as the one seen.
 *
 * @since 0.1.0
 */
public final class SignFlipTest {
    /** Differences that are not 0 up to which all choices of signs are tried: 2^16 of them. */
    static final int MOST_EXACT = 16;

    /** Choices of signs drawn where there are too many to try. */
    static final int DRAWS = 9_999;

    private SignFlipTest() {}

    /**
     * What the test says.
     *
     * @param meanDifference mean of the differences; 0 where there are none
     * @param pValue two-sided, above 0, at most 1
     * @param exact whether all choices of signs were tried
     */
    public record Result(double meanDifference, double pValue, boolean exact) {}

    /**
     * Tests differences.
     *
     * @param differences one for each behavior, finite; order does not matter where the test is exact
     * @param seed decides what is drawn where the test is not exact; the same seed gives the same p-value
     */
    public static Result test(double[] differences, long seed) {
        double[] moving = Arrays.stream(differences).filter(d -> d != 0).toArray();
        double sum = 0;
        double scale = 0;
        for (double difference : moving) {
            if (!Double.isFinite(difference)) {
                throw new IllegalArgumentException("a difference is a finite number, was " + difference);
            }
            sum += difference;
            scale += Math.abs(difference);
        }
        if (moving.length == 0) {
            return new Result(0, 1, true);
        }
        double mean = sum / differences.length;
        double threshold = Math.abs(sum) - scale * 1e-12;
        return moving.length <= MOST_EXACT
                ? new Result(mean, exact(moving, threshold), true)
                : new Result(mean, drawn(moving, threshold, Seeds.random(seed, "sign-flip")), false);
    }

    private static double exact(double[] values, double threshold) {
        int choices = 1 << values.length;
        int asFar = 0;
        for (int signs = 0; signs < choices; signs++) {
            asFar += isAsFar(values, signs, threshold) ? 1 : 0;
        }
        return (double) asFar / choices;
    }

    private static boolean isAsFar(double[] values, int signs, double threshold) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += (signs >>> i & 1) == 0 ? values[i] : -values[i];
        }
        return Math.abs(sum) >= threshold;
    }

    private static double drawn(double[] values, double threshold, SplittableRandom random) {
        int asFar = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            double sum = 0;
            for (double value : values) {
                sum += random.nextBoolean() ? value : -value;
            }
            asFar += Math.abs(sum) >= threshold ? 1 : 0;
        }
        return (asFar + 1.0) / (DRAWS + 1.0);
    }
}
