package io.github.harmcheck.stats;

import io.github.harmcheck.internal.Seeds;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The expected calibration error: how far scores are from the shares they claim, in ten bins of equal width, the distance
 * of each bin's mean score and positive share weighted by its rows (Naeini, Cooper and Hauskrecht, AAAI 2015). The
 * interval is a seeded percentile bootstrap over clusters; with few rows both value and interval are biased upwards.
 *
 * @param error 0..1
 * @param interval 95 % interval
 * @since 0.1.0
 */
public record CalibrationError(double error, Interval interval) {
    private static final int BINS = 10;
    private static final int ROUNDS = 1_000;

    /**
     * Computes the error; 0 with an unknown interval without any row.
     *
     * @param scores one for each row, 0..1
     * @param positive whether each row is positive
     * @param clusters the cluster of each row, from 0
     * @param seed decides what is drawn
     */
    public static CalibrationError of(double[] scores, boolean[] positive, int[] clusters, long seed) {
        if (scores.length == 0) {
            return new CalibrationError(0, Interval.UNKNOWN);
        }
        int count = Arrays.stream(clusters).max().orElse(-1) + 1;
        double[][] sums = new double[count][];
        for (int row = 0; row < scores.length; row++) {
            double[] sum = sums[clusters[row]];
            if (sum == null) {
                sum = new double[BINS + 1];
                sums[clusters[row]] = sum;
            }
            int bin = Math.min(BINS - 1, (int) (scores[row] * BINS));
            sum[bin] += scores[row] - (positive[row] ? 1 : 0);
            sum[BINS]++;
        }
        double[][] present = Arrays.stream(sums).filter(sum -> sum != null).toArray(double[][]::new);
        double[] total = new double[BINS + 1];
        for (double[] sum : present) {
            add(total, sum);
        }
        double error = error(total);
        SplittableRandom random = Seeds.random(seed, "calibration-error");
        double[] drawn = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            double[] again = new double[BINS + 1];
            for (int i = 0; i < present.length; i++) {
                add(again, present[random.nextInt(present.length)]);
            }
            drawn[round] = error(again);
        }
        Arrays.sort(drawn);
        return new CalibrationError(
                error,
                new Interval(
                        Math.min(error, drawn[(int) (0.025 * ROUNDS)]),
                        Math.max(error, drawn[(int) (0.975 * ROUNDS)])));
    }

    private static void add(double[] to, double[] sum) {
        for (int i = 0; i < sum.length; i++) {
            to[i] += sum[i];
        }
    }

    private static double error(double[] sum) {
        double distance = 0;
        for (int bin = 0; bin < BINS; bin++) {
            distance += Math.abs(sum[bin]);
        }
        return Math.min(1, distance / sum[BINS]);
    }
}
