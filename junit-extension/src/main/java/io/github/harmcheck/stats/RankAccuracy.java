package io.github.harmcheck.stats;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The area under the ROC curve: the chance that a positive row has a higher score than a negative one, ties counting
 * half. The interval is Newcombe's score interval (method 5 of Statistics in Medicine 25, 2006, part 2), which keeps its
 * width where the area is 1.
 *
 * @param area 0..1
 * @param interval 95 % interval
 * @since 0.1.0
 */
public record RankAccuracy(double area, Interval interval) {
    private static final double NORMAL_975 = 1.959963984540054;
    private static final int HALVINGS = 60;

    /**
     * Computes the area; null without positive or without negative rows.
     *
     * @param scores one for each row
     * @param positive whether each row is positive
     * @param design what part of the rows counts as independent, above 0, at most 1
     */
    public static @Nullable RankAccuracy of(double[] scores, boolean[] positive, double design) {
        if (scores.length != positive.length || !(design > 0 && design <= 1)) {
            throw new IllegalArgumentException("scores and labels do not fit together, or a design of " + design);
        }
        Integer[] order = IntStream.range(0, scores.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(i -> scores[i]));
        double wins = 0;
        long below = 0;
        long positives = 0;
        for (int start = 0; start < order.length; ) {
            int end = start;
            long tiedPositives = 0;
            while (end < order.length && scores[order[end]] == scores[order[start]]) {
                tiedPositives += positive[order[end]] ? 1 : 0;
                end++;
            }
            long tiedNegatives = end - start - tiedPositives;
            wins += tiedPositives * (below + tiedNegatives / 2.0);
            below += tiedNegatives;
            positives += tiedPositives;
            start = end;
        }
        if (positives == 0 || below == 0) {
            return null;
        }
        double area = wins / ((double) positives * below);
        return new RankAccuracy(area, interval(area, positives * design, below * design));
    }

    private static Interval interval(double area, double positives, double negatives) {
        return new Interval(bound(area, positives, negatives, 0), Math.max(area, bound(area, positives, negatives, 1)));
    }

    /** Goes from the area to an end as long as the area is within reach of the value there. */
    private static double bound(double area, double positives, double negatives, int end) {
        double inside = area;
        double outside = end;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (inside + outside) / 2;
            boolean reached = Math.abs(area - middle) <= NORMAL_975 * Math.sqrt(variance(middle, positives, negatives));
            inside = reached ? middle : inside;
            outside = reached ? outside : middle;
        }
        return inside;
    }

    private static double variance(double area, double positives, double negatives) {
        double mean = Math.max(0, (positives + negatives) / 2 - 1);
        double factor = 1 + mean * (1 - area) / (2 - area) + mean * area / (1 + area);
        return area * (1 - area) * factor / (positives * negatives);
    }
}
