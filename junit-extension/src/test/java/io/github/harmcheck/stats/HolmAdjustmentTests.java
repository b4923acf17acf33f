package io.github.harmcheck.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HolmAdjustmentTests {

    /** Expected values: R's p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm"). */
    @Test
    void adjustsInTheOrderGiven() {
        assertThat(HolmAdjustment.adjust(new double[] {0.01, 0.04, 0.03, 0.005}))
                .containsExactly(new double[] {0.03, 0.06, 0.06, 0.02}, within(1e-12));
    }

    @Test
    void staysWithinOne() {
        assertThat(HolmAdjustment.adjust(new double[] {0.9, 0.8})).containsExactly(1, 1);
        assertThat(HolmAdjustment.adjust(new double[] {0.2})).containsExactly(0.2);
        assertThat(HolmAdjustment.adjust(new double[0])).isEmpty();
    }

    @Test
    void refusesWhatIsNoPValue() {
        assertThatIllegalArgumentException().isThrownBy(() -> HolmAdjustment.adjust(new double[] {Double.NaN}));
    }
}
