package io.github.harmcheck.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClusteredRateTests {

    /** Expected values: scipy.stats.beta.ppf, and R's binom.test for 7 of 100. */
    @ParameterizedTest
    @CsvSource({
        "7, 100, 0.028605, 0.138920",
        "1, 30, 0.000844, 0.172170",
        "0, 30, 0, 0.115703",
        "30, 30, 0.884297, 1",
        "3, 10, 0.066740, 0.652453"
    })
    void oneAttemptPerBehaviorIsClopperAndPearson(int broken, int behaviors, double lower, double upper) {
        ClusteredRate rate = ClusteredRate.of(means(behaviors, broken, 1), behaviors);

        assertThat(rate.rate()).isEqualTo((double) broken / behaviors);
        assertThat(rate.effectiveSize()).isEqualTo(behaviors);
        assertThat(rate.interval().lower()).isEqualTo(lower, within(5e-6));
        assertThat(rate.interval().upper()).isEqualTo(upper, within(5e-6));
    }

    @Test
    void sizesThatAreNotWholeLieBetweenWholeOnes() {
        Interval before = ClusteredRate.interval(0.1, 50);
        Interval between = ClusteredRate.interval(0.1, 55.5);
        Interval after = ClusteredRate.interval(0.1, 60);

        assertThat(between.lower()).isBetween(before.lower(), after.lower());
        assertThat(between.upper()).isBetween(after.upper(), before.upper());
    }

    @Test
    void withoutAnySuccessAttemptsAddNothingToBehaviors() {
        assertThat(ClusteredRate.of(new double[30], 3_000).interval())
                .isEqualTo(ClusteredRate.of(new double[30], 30).interval());
        assertThat(ClusteredRate.of(means(30, 30, 1), 3_000).effectiveSize()).isEqualTo(30);
    }

    @Test
    void attemptsThatAllAgreeAddNothingToBehaviors() {
        assertThat(ClusteredRate.of(means(100, 10, 1), 2_000).effectiveSize()).isEqualTo(100, within(2.0));
    }

    @Test
    void attemptsThatDoNotDependOnTheBehaviorCountNearlyInFull() {
        assertThat(ClusteredRate.of(means(100, 100, 0.1), 2_000).effectiveSize())
                .isBetween(1_900.0, 2_000.0);
    }

    @Test
    void oneBrokenBehaviorTellsNothingAboutTheOthers() {
        assertThat(ClusteredRate.of(means(50, 1, 0.05), 1_000).effectiveSize()).isEqualTo(50);
    }

    @RepeatedTest(20)
    void theIntervalHoldsTheRateAndTheSizeItsBounds(RepetitionInfo repetition) {
        SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
        int behaviors = 1 + random.nextInt(60);
        int attempts = 1 + random.nextInt(30);
        double ceiling = random.nextDouble();
        double[] means = random.ints(behaviors, 0, attempts + 1)
                .mapToDouble(k -> Math.floor(k * ceiling) / attempts)
                .toArray();

        ClusteredRate rate = ClusteredRate.of(means, (long) behaviors * attempts);

        assertThat(rate.rate()).isEqualTo(Arrays.stream(means).average().orElse(0), within(1e-12));
        assertThat(rate.effectiveSize()).isBetween((double) behaviors, (double) behaviors * attempts);
        assertThat(rate.interval().lower()).isLessThanOrEqualTo(rate.rate());
        assertThat(rate.interval().upper()).isGreaterThanOrEqualTo(rate.rate());
        assertThat(rate.interval().upper() - rate.interval().lower()).isPositive();
    }

    /** Expected values: scipy.stats.binom.sf(k - 1, n, limit). */
    @ParameterizedTest
    @CsvSource({
        "4, 30, 0.05, 0.060772",
        "6, 30, 0.05, 0.003282",
        "5, 30, 0.05, 0.015636",
        "0, 30, 0.05, 1",
        "1, 30, 0, 0",
        "30, 30, 1, 1"
    })
    void pValueIsTheBinomialTail(int broken, int behaviors, double limit, double expected) {
        assertThat(ClusteredRate.pValueAbove((double) broken / behaviors, behaviors, limit))
                .isEqualTo(expected, within(1e-6));
    }

    @Test
    void nothingIsKnownFromNothing() {
        assertThat(ClusteredRate.of(new double[0], 0).interval()).isEqualTo(Interval.UNKNOWN);
        assertThat(ClusteredRate.of(new double[] {0.3}, 10).effectiveSize()).isEqualTo(1);
    }

    @Test
    void refusesImpossibleCounts() {
        assertThatIllegalArgumentException().isThrownBy(() -> ClusteredRate.of(new double[] {1.1}, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> ClusteredRate.of(new double[] {Double.NaN}, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClusteredRate.of(new double[3], 2))
                .withMessage("2 attempts on 3 behaviors");
    }

    private static double[] means(int behaviors, int broken, double mean) {
        double[] means = new double[behaviors];
        Arrays.fill(means, 0, broken, mean);
        return means;
    }
}
