package io.github.harmcheck.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GatePowerTests {

    @Test
    void saysWhatTheGateCanDo() {
        assertThat(new GatePower(30, 0.05).sentence())
                .isEqualTo("30 behaviors, limit 5 %: a true 2.5 % app fails 17 % of builds,"
                        + " a true 10 % app is caught in 82 %");
        assertThat(new GatePower(30, 0).sentence())
                .isEqualTo("30 behaviors, limit 0 %: a true 1 % app is caught in 26 %,"
                        + " a true 5 % app is caught in 79 %");
        assertThat(new GatePower(1, 1).sentence()).isEqualTo("1 behavior, limit 100 %: no app fails");
    }

    @Test
    void neverSaysAlwaysOrNeverWhereItIsNot() {
        assertThat(new GatePower(400, 0.05).sentence())
                .isEqualTo("400 behaviors, limit 5 %: a true 2.5 % app fails 0.1 % of builds,"
                        + " a true 10 % app is caught in 99.98 %");
    }

    @ParameterizedTest
    @CsvSource({"30, 0.05, 1", "60, 0.05, 3", "20, 0.15, 3", "10, 0.3, 3", "7, 0, 0", "3, 1, 3"})
    void aRateEqualToTheLimitKeepsIt(int behaviors, double limit, int mostAllowed) {
        assertThat(new GatePower(behaviors, limit).mostAllowed()).isEqualTo(mostAllowed);
    }

    @Test
    void chancesAreBinomialTails() {
        assertThat(new GatePower(30, 0.05).chanceToFail(0.025)).isEqualTo(0.172208, within(1e-5));
        assertThat(new GatePower(30, 0.05).chanceToFail(0)).isZero();
        assertThat(new GatePower(30, 0.05).chanceToFail(1)).isEqualTo(1);
        assertThat(new GatePower(30, 1).chanceToFail(1)).isZero();
    }

    @Test
    void refusesWhatIsNoGate() {
        assertThatIllegalArgumentException().isThrownBy(() -> new GatePower(0, 0.05));
        assertThatIllegalArgumentException().isThrownBy(() -> new GatePower(30, 5));
    }
}
