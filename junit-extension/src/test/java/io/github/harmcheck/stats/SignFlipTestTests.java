package io.github.harmcheck.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SignFlipTestTests {

    @Test
    void triesAllSignsOfFewDifferences() {
        // only all plus and all minus are as far: 2 of 2^5
        SignFlipTest.Result result = SignFlipTest.test(new double[] {1, 1, 0.5, 1, 1, 0, 0}, 1);

        assertThat(result.exact()).isTrue();
        assertThat(result.pValue()).isEqualTo(2 / 32.0);
        assertThat(result.meanDifference()).isEqualTo(4.5 / 7, within(1e-12));
    }

    @Test
    void sumsThatDifferByRoundingOnlyAreTies() {
        // 0.1 + 0.2 - 0.3 is not 0 on a machine; every choice of signs is as far as 0
        assertThat(SignFlipTest.test(new double[] {0.1, 0.2, -0.3}, 1).pValue()).isEqualTo(1);
    }

    @Test
    void agreesWithMcNemarWhereBehaviorsAreBrokenOrNot() {
        double[] differences = {1, 1, 1, 1, 1, 1, 1, 1, -1, -1, 0, 0, 0};

        assertThat(SignFlipTest.test(differences, 1).pValue()).isEqualTo(McNemar.pValue(8, 2), within(1e-12));
    }

    @Test
    void drawsSignsOfManyDifferencesTheSameForTheSameSeed() {
        double[] differences = new double[60];
        Arrays.fill(differences, 0, 25, 0.5);
        Arrays.fill(differences, 25, 40, -0.5);

        SignFlipTest.Result result = SignFlipTest.test(differences, 7);

        assertThat(result.exact()).isFalse();
        assertThat(result).isEqualTo(SignFlipTest.test(differences, 7));
        assertThat(result.pValue()).isEqualTo(McNemar.pValue(25, 15), within(0.015));
    }

    @Test
    void neverSaysZero() {
        double[] differences = new double[200];
        Arrays.fill(differences, 1);

        assertThat(SignFlipTest.test(differences, 1).pValue()).isEqualTo(1.0 / 10_000);
    }

    @Test
    void saysNothingWhereNothingDiffers() {
        assertThat(SignFlipTest.test(new double[30], 1)).isEqualTo(new SignFlipTest.Result(0, 1, true));
        assertThat(SignFlipTest.test(new double[0], 1).pValue()).isEqualTo(1);
    }

    @Test
    void findsADifferenceThatIsNotThereInFewerThanOneOfTwentyCases() {
        SplittableRandom random = new SplittableRandom(5);
        int found = 0;
        for (int round = 0; round < 1_000; round++) {
            double[] differences = random.doubles(12, -1, 1).toArray();
            found += SignFlipTest.test(differences, round).pValue() <= 0.05 ? 1 : 0;
        }
        assertThat(found).isBetween(25, 70);
    }

    @Test
    void refusesWhatIsNoNumber() {
        assertThatIllegalArgumentException().isThrownBy(() -> SignFlipTest.test(new double[] {Double.NaN}, 1));
    }

    /** Expected values: R's mcnemar.exact. */
    @Test
    void mcNemarIsTheSignTest() {
        assertThat(McNemar.pValue(10, 2)).isEqualTo(0.03857422, within(1e-7));
        assertThat(McNemar.pValue(2, 10)).isEqualTo(0.03857422, within(1e-7));
        assertThat(McNemar.pValue(0, 0)).isEqualTo(1);
        assertThat(McNemar.pValue(0, 5)).isEqualTo(0.0625, within(1e-12));
    }
}
