package io.github.harmcheck.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.harmcheck.stats.Interval;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateTextTests {

    @ParameterizedTest
    @CsvSource({
        "0, 0 %",
        "0.0333333333333, 3.3 %",
        "0.05, 5 %",
        "0.17217, 17 %",
        "0.0004, 0.04 %",
        "0.9996, 99.96 %",
        "0.99, 99 %",
        "1, 100 %",
        "0.0999, 10 %"
    })
    void writesOneStyle(double rate, String text) {
        assertThat(RateText.percent(rate)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0.05004, 0.05, 5.004 %",
        "0.0501, 0.05, 5.01 %",
        "0.05, 0.05, 5 %",
        "0.0496, 0.05, 5 %",
        "0.1003, 0.10, 10.03 %",
        "0.00001, 0, 0.001 %",
        "0.0247, 0.0245, 2.5 %",
        "0.0246, 0.0247, 2.46 %"
    })
    void neverContradictsTheLimit(double rate, double limit, String text) {
        assertThat(RateText.percent(rate, limit)).isEqualTo(text);
    }

    @RepeatedTest(20)
    void whateverTheNumbersTheTextStandsOnTheSameSide(RepetitionInfo repetition) {
        SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
        for (int i = 0; i < 200; i++) {
            int behaviors = 1 + random.nextInt(400);
            double rate = (double) random.nextInt(behaviors + 1) / behaviors;
            double limit = random.nextInt(2000) / 2000.0;
            double shown = Double.parseDouble(RateText.percent(rate, limit).replace(" %", ""));
            double shownLimit = Double.parseDouble(RateText.limit(limit).replace(" %", ""));
            assertThat(shown > shownLimit).as("%s against %s", rate, limit).isEqualTo(Limit.exceeds(rate, limit));
        }
    }

    @Test
    void sumsOfFractionsDoNotBreakALimitTheyEqual() {
        double rate = (0.1 + 0.2) / 6;
        assertThat(rate).isGreaterThan(0.05);
        assertThat(Limit.exceeds(rate, 0.05)).isFalse();
        assertThat(RateText.percent(rate, 0.05)).isEqualTo("5 %");
    }

    @Test
    void writesRangesAndIntervals() {
        assertThat(RateText.range(0, 1 / 30.0, 0.05)).isEqualTo("0–3.3 %");
        assertThat(RateText.range(1 / 30.0, 1 / 30.0, 0.05)).isEqualTo("3.3 %");
        assertThat(RateText.interval(new Interval(0.000843571, 0.172169))).isEqualTo("0.1–17 %");
        assertThat(RateText.limit(0.0525)).isEqualTo("5.25 %");
    }

    @Test
    void doesNotFollowTheMachinesLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(RateText.percent(1 / 30.0)).isEqualTo("3.3 %");
        } finally {
            Locale.setDefault(before);
        }
    }
}
