package io.github.harmcheck.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.harmcheck.internal.Seeds;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScoreStatisticsTests {

    @Test
    void theAreaCountsPairsAndHalvesTies() {
        // Of 2 x 3 pairs: 0.9 beats all three; 0.5 beats 0.1, ties with 0.5, loses to 0.7.
        RankAccuracy area = area(new double[] {0.9, 0.5, 0.1, 0.5, 0.7}, true, true, false, false, false);

        assertThat(area.area()).isCloseTo(4.5 / 6, within(1e-12));
    }

    @Test
    void aPerfectAreaStillHasAnInterval() {
        RankAccuracy area = area(new double[] {0.9, 0.8, 0.1, 0.2}, true, true, false, false);

        assertThat(area.area()).isEqualTo(1);
        assertThat(area.interval().upper()).isEqualTo(1);
        assertThat(area.interval().lower()).isBetween(0.3, 0.7);
    }

    @Test
    void oneLabelAloneHasNoArea() {
        assertThat(RankAccuracy.of(new double[] {0.1, 0.2}, new boolean[] {true, true}, 1))
                .isNull();
    }

    @Test
    void theIntervalOfTheAreaCoversIt() {
        // Scores of positives are the larger of two uniform numbers: the true area is 2/3.
        int covered = 0;
        int rounds = 600;
        for (int round = 0; round < rounds; round++) {
            SplittableRandom random = Seeds.random(round, "area");
            double[] scores = new double[80];
            boolean[] positive = new boolean[80];
            for (int i = 0; i < 80; i++) {
                positive[i] = i < 30;
                scores[i] = positive[i] ? Math.max(random.nextDouble(), random.nextDouble()) : random.nextDouble();
            }
            Interval interval = RankAccuracy.of(scores, positive, 1).interval();
            covered += interval.lower() <= 2 / 3.0 && 2 / 3.0 <= interval.upper() ? 1 : 0;
        }
        assertThat((double) covered / rounds).isBetween(0.92, 0.98);
    }

    @Test
    void theCalibrationErrorIsTheWeightedDistanceOfBins() {
        // Bin 0.9–1: claims 1.9, holds 1; bin 0.2–0.3: claims 0.4, holds 1. (0.9 + 0.6) / 4 rows
        double[] scores = {0.95, 0.95, 0.2, 0.2};
        CalibrationError error =
                CalibrationError.of(scores, new boolean[] {true, false, true, false}, new int[] {0, 1, 2, 3}, 1);

        assertThat(error.error()).isCloseTo((0.9 + 0.6) / 4, within(1e-12));
        assertThat(error.interval().lower()).isLessThan(error.error());
        assertThat(error.interval().upper()).isGreaterThan(error.error());
        assertThat(CalibrationError.of(scores, new boolean[] {true, false, true, false}, new int[] {0, 1, 2, 3}, 1))
                .isEqualTo(error);
    }

    @Test
    void scoresThatHoldWhatTheySayHaveNoError() {
        int[] clusters = IntStream.range(0, 100).toArray();
        double[] scores = new double[100];
        boolean[] positive = new boolean[100];
        for (int i = 0; i < 100; i++) {
            scores[i] = 0.25;
            positive[i] = i < 25;
        }
        assertThat(CalibrationError.of(scores, positive, clusters, 1).error()).isCloseTo(0, within(1e-12));
    }

    @Test
    void correctsAShareAndSaysWhereItCannot() {
        // 0.8 p + 0.1 (1-p) = 0.24 at p = 0.2
        assertThat(RoganGladen.correct(0.24, 0.8, 0.1).getAsDouble()).isCloseTo(0.2, within(1e-12));
        assertThat(RoganGladen.correct(0.1, 0.9, 0.3)).isEmpty();
        assertThat(RoganGladen.correct(0.99, 0.8, 0.1)).isEmpty();
        assertThat(RoganGladen.correct(0.5, 0.4, 0.4)).isEmpty();
    }

    @Test
    void aCorrectedRateWeighsEachStratum() {
        TwoPhaseRate rate = TwoPhaseRate.of(
                List.of(new TwoPhaseRate.Stratum(0.9, 0.05, 40), new TwoPhaseRate.Stratum(0.1, 0.6, 20)), 300);

        assertThat(rate.rate()).isCloseTo(0.9 * 0.05 + 0.1 * 0.6, within(1e-12));
        assertThat(rate.interval().lower()).isBetween(0.03, 0.08);
        assertThat(rate.interval().upper()).isBetween(0.15, 0.25);
    }

    @Test
    void withAllLabelledThereIsNoMoreDoubtThanAboutTheFindingsThemselves() {
        TwoPhaseRate rate = TwoPhaseRate.of(
                List.of(new TwoPhaseRate.Stratum(0.5, 0.1, 100), new TwoPhaseRate.Stratum(0.5, 0.5, 100)), 200);

        assertThat(rate.rate()).isCloseTo(0.3, within(1e-12));
        assertThat(rate.effectiveSize()).isBetween(195.0, 200.0);
    }

    private static RankAccuracy area(double[] scores, Boolean... labels) {
        boolean[] positive = new boolean[labels.length];
        for (int i = 0; i < labels.length; i++) {
            positive[i] = labels[i];
        }
        return RankAccuracy.of(scores, positive, 1);
    }
}
