package io.github.harmcheck.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PooledRateTests {

    @Test
    void rowsOfTheirOwnHaveTheExactInterval() {
        PooledRate rate = PooledRate.of(new long[] {1, 0, 0, 0, 0, 0, 0, 0, 0, 0}, ones(10));

        assertThat(rate).isEqualTo(PooledRate.ofIndependent(1, 10));
        assertThat(rate.rate()).isEqualTo(0.1);
        assertThat(rate.interval().lower()).isCloseTo(0.00253, within(1e-5)); // Clopper–Pearson, 1 of 10
        assertThat(rate.interval().upper()).isCloseTo(0.44502, within(1e-5));
    }

    @Test
    void rowsThatRepeatEachOtherCountAsOne() {
        long[] sizes = new long[20];
        long[] all = new long[20];
        Arrays.fill(sizes, 50);
        Arrays.fill(all, 0, 10, 50);

        PooledRate rate = PooledRate.of(all, sizes);

        // Between 20 clusters of 0 or 1 the variance of the mean is 0.25 / 19.
        assertThat(rate.rows()).isEqualTo(1000);
        assertThat(rate.effectiveSize()).isCloseTo(19, within(1e-9));
    }

    @Test
    void unrelatedRowsInClustersKeepTheirNumber() {
        PooledRate rate = PooledRate.of(new long[] {5, 5, 5, 5}, new long[] {10, 10, 10, 10});

        assertThat(rate.effectiveSize()).isEqualTo(40);
    }

    @Test
    void noEventInFewClustersProvesNoMoreThanTheClustersDo() {
        PooledRate rate = PooledRate.of(
                new long[20],
                new long[] {50, 50, 50, 50, 50, 50, 50, 50, 50, 50, 50, 50, 50, 50, 50, 50, 50, 50, 50, 50});

        assertThat(rate.interval().upper()).isCloseTo(1 - Math.pow(0.025, 1 / 20.0), within(1e-9));
    }

    @Test
    void clustersOfDifferentSizesAreARatio() {
        PooledRate rate = PooledRate.of(new long[] {2, 1, 0}, new long[] {2, 3, 5});

        // p = 3/10; residuals 2-0.6, 1-0.9, 0-1.5; variance (1.96+0.01+2.25) * 3/2 / 100 = 0.0633; size 0.21/0.0633
        assertThat(rate.effectiveSize()).isCloseTo(0.21 / 0.0633, within(1e-9));
    }

    @Test
    void nothingIsUnknown() {
        assertThat(PooledRate.of(new long[2], new long[2]).interval()).isEqualTo(Interval.UNKNOWN);
        assertThatThrownBy(() -> PooledRate.of(new long[] {2}, new long[] {1}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static long[] ones(int length) {
        long[] ones = new long[length];
        Arrays.fill(ones, 1);
        return ones;
    }
}
