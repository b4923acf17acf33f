package io.github.harmcheck.stats;

import java.util.Arrays;

/**
 * A share of rows that come in clusters of different sizes, for example replies to the same request. Where {@link
 * ClusteredRate} gives each cluster the same weight, this gives it to each row. The interval is the Clopper–Pearson
 * interval with the effective sample size of a ratio estimator (Korn and Graubard, Survey Methodology 24, 1998), not
 * above the number of rows. Where fewer than two clusters differ from the rest the variance between clusters cannot be
 * told, and the size is the number of clusters.
 *
 * @param rate share of rows, 0..1; 0 where there is none
 * @param successes rows that have what is counted
 * @param rows all rows
 * @param effectiveSize effective sample size, at most {@code rows}
 * @param interval 95 % interval; {@link Interval#UNKNOWN} without any row
 * @since 0.1.0
 */
public record PooledRate(double rate, long successes, long rows, double effectiveSize, Interval interval) {

    /**
     * Computes a share.
     *
     * @param successes rows of each cluster that have what is counted
     * @param sizes rows of each cluster, none below its successes; clusters without rows are passed over
     * @throws IllegalArgumentException where the lists do not fit together
     */
    public static PooledRate of(long[] successes, long[] sizes) {
        if (successes.length != sizes.length) {
            throw new IllegalArgumentException(successes.length + " counts of " + sizes.length + " clusters");
        }
        for (int i = 0; i < sizes.length; i++) {
            if (successes[i] < 0 || successes[i] > sizes[i]) {
                throw new IllegalArgumentException(successes[i] + " successes in a cluster of " + sizes[i]);
            }
        }
        long all = Arrays.stream(successes).sum();
        long rows = Arrays.stream(sizes).sum();
        if (rows == 0) {
            return new PooledRate(0, 0, 0, 0, Interval.UNKNOWN);
        }
        double rate = (double) all / rows;
        double size = effectiveSize(successes, sizes, rate, rows);
        return new PooledRate(rate, all, rows, size, ClusteredRate.interval(rate, size));
    }

    /** Returns a share of rows of which no two belong together. */
    public static PooledRate ofIndependent(long successes, long rows) {
        if (successes < 0 || successes > rows) {
            throw new IllegalArgumentException(successes + " successes in " + rows + " rows");
        }
        if (rows == 0) {
            return new PooledRate(0, 0, 0, 0, Interval.UNKNOWN);
        }
        double rate = (double) successes / rows;
        return new PooledRate(rate, successes, rows, (double) rows, ClusteredRate.interval(rate, (double) rows));
    }

    private static double effectiveSize(long[] successes, long[] sizes, double rate, long rows) {
        int clusters = 0;
        int some = 0;
        int notAll = 0;
        double squares = 0;
        for (int i = 0; i < sizes.length; i++) {
            if (sizes[i] > 0) {
                clusters++;
                some += successes[i] > 0 ? 1 : 0;
                notAll += successes[i] < sizes[i] ? 1 : 0;
                double residual = successes[i] - rate * sizes[i];
                squares += residual * residual;
            }
        }
        if (clusters == rows || Math.min(some, notAll) < 2) {
            return clusters;
        }
        double variance = squares * clusters / (clusters - 1.0) / ((double) rows * rows);
        double size = variance > 0 ? rate * (1 - rate) / variance : (double) rows;
        return Math.max(1, Math.min((double) rows, size));
    }
}
