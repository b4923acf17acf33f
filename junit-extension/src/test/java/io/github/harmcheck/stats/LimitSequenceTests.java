package io.github.harmcheck.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.harmcheck.internal.Seeds;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The numbers in the Javadoc of {@link LimitSequence} come from here, with {@code -Dharmcheck.test.rounds=2000}. */
class LimitSequenceTests {
    private static final int ROUNDS = Integer.getInteger("harmcheck.test.rounds", 400);
    private static final double LIMIT = 0.05;
    private static final double ERROR_LEVEL = 0.05;

    @ParameterizedTest(name = "{1} of {0}: at least {2} of the values saved")
    @CsvSource({"140, 14, 0.5", "140, 4, 0.15", "1000, 100, 0.8", "1000, 25, 0.5"})
    void savesWhatItPromises(int population, int successes, double aim) {
        double seen = 0;
        for (int round = 0; round < ROUNDS; round++) {
            LimitSequence sequence = new LimitSequence(population, LIMIT, ERROR_LEVEL);
            double[] values = shuffled(population, successes, 1, "saved " + round);
            for (int i = 0; i < population && sequence.decision() == LimitDecision.OPEN; i++) {
                sequence.add(values[i], values[i]);
            }
            seen += sequence.seen();
        }
        double saved = 1 - seen / ROUNDS / population;
        System.out.printf("%d of %d: %.1f %% of the values saved%n", successes, population, 100 * saved);

        assertThat(saved).isGreaterThanOrEqualTo(aim);
    }

    /** The means nearest to the limit are those most easily mistaken. */
    @ParameterizedTest(name = "{1} of {0}, each shared by {2}")
    @CsvSource({
        "140, 7, 1",
        "140, 8, 1",
        "30, 1, 1",
        "30, 2, 1",
        "1000, 50, 1",
        "1000, 51, 1",
        "140, 6.9, 10",
        "140, 7.1, 10"
    })
    void isWrongAtMostAsOftenAsItSays(int population, double successes, int trials) {
        LimitDecision wrong = successes > LIMIT * population ? LimitDecision.WITHIN : LimitDecision.ABOVE;
        int mistakes = 0;
        for (int round = 0; round < ROUNDS; round++) {
            LimitSequence sequence = new LimitSequence(population, LIMIT, ERROR_LEVEL);
            double[] values = shuffled(population, (int) Math.round(successes * trials), trials, "wrong " + round);
            for (int i = 0; i < population && sequence.decision() == LimitDecision.OPEN; i++) {
                sequence.add(values[i], values[i]);
            }
            mistakes += sequence.decision() == wrong ? 1 : 0;
        }
        assertThat((double) mistakes / ROUNDS)
                .isLessThanOrEqualTo(ERROR_LEVEL + 3.5 * Math.sqrt(ERROR_LEVEL * (1 - ERROR_LEVEL) / ROUNDS));
    }

    @Test
    void theLastValueDecidesWhateverIsLeftOpenBefore() {
        for (int successes = 0; successes <= 20; successes++) {
            double[] values = shuffled(20, successes, 1, "all");
            LimitSequence sequence = new LimitSequence(20, 0.25, 1e-9);
            for (double value : values) {
                sequence.add(value, value);
            }
            assertThat(sequence.decision()).isEqualTo(successes > 5 ? LimitDecision.ABOVE : LimitDecision.WITHIN);
        }
    }

    @Test
    void whatWasSeenMayDecideWhateverComes() {
        LimitSequence above = new LimitSequence(20, 0.1, 1e-9);
        above.add(1, 1);
        above.add(1, 1);
        assertThat(above.decision()).isEqualTo(LimitDecision.OPEN);
        above.add(1, 1);
        assertThat(above.decision()).isEqualTo(LimitDecision.ABOVE);

        LimitSequence within = new LimitSequence(20, 0.1, 1e-9);
        for (int i = 0; i < 17; i++) {
            within.add(0, 0);
        }
        assertThat(within.decision()).isEqualTo(LimitDecision.OPEN);
        within.add(0, 0);
        assertThat(within.decision()).isEqualTo(LimitDecision.WITHIN);
    }

    @Test
    void openValuesShowNeither() {
        LimitSequence sequence = new LimitSequence(100, LIMIT, ERROR_LEVEL);
        for (int i = 0; i < 100; i++) {
            sequence.add(0, i < 10 ? 1 : 0);
        }
        assertThat(sequence.decision()).isEqualTo(LimitDecision.OPEN);
    }

    @Test
    void aDecisionStays() {
        LimitSequence sequence = new LimitSequence(1000, LIMIT, ERROR_LEVEL);
        for (int i = 0; i < 8; i++) {
            sequence.add(1, 1);
        }
        assertThat(sequence.decision()).isEqualTo(LimitDecision.ABOVE);
        for (int i = 0; i < 992; i++) {
            sequence.add(0, 0);
        }
        assertThat(sequence.decision()).isEqualTo(LimitDecision.ABOVE);
    }

    @Test
    void aLimitOfNothingIsBrokenByTheFirstSuccessAndKeptByAllValuesOnly() {
        LimitSequence sequence = new LimitSequence(50, 0, 0.4);
        for (int i = 0; i < 49; i++) {
            sequence.add(0, 0);
            assertThat(sequence.decision()).isEqualTo(LimitDecision.OPEN);
        }
        sequence.add(0.01, 1);
        assertThat(sequence.decision()).isEqualTo(LimitDecision.ABOVE);
        assertThat(new LimitSequence(50, 1, 0.05).decision()).isEqualTo(LimitDecision.WITHIN);
    }

    /** Ten thousand bets that all lose would be 0 long before, were capitals not kept as logarithms. */
    @Test
    void longSequencesStayNumbers() {
        LimitSequence sequence = new LimitSequence(100_000, 0.9, ERROR_LEVEL);
        for (int i = 0; i < 100_000; i++) {
            double value = i % 10 == 9 ? 0 : 0.999_95;
            sequence.add(value, value);
        }
        assertThat(sequence.decision()).isEqualTo(LimitDecision.WITHIN);
    }

    @Test
    void theIntervalHoldsWhereverOneStops() {
        int missed = 0;
        int rounds = ROUNDS / 2;
        for (int round = 0; round < rounds; round++) {
            double[] values = shuffled(100, 6, 1, "interval " + round);
            SplittableRandom random = Seeds.random(round, "stop");
            boolean held = true;
            for (int look = 0; look < 4; look++) {
                double[] seen = java.util.Arrays.copyOf(values, 1 + random.nextInt(99));
                Interval interval = MeanSequence.interval(100, seen);
                held &= interval.lower() <= 0.06 && 0.06 <= interval.upper();
            }
            missed += held ? 0 : 1;
        }
        assertThat((double) missed / rounds).isLessThanOrEqualTo(0.05 + 3.5 * Math.sqrt(0.05 * 0.95 / rounds));
    }

    @Test
    void theIntervalKnowsWhatIsCertain() {
        assertThat(MeanSequence.interval(4, new double[] {})).isEqualTo(Interval.UNKNOWN);
        Interval all = MeanSequence.interval(4, new double[] {1, 0, 0, 0});
        assertThat(all.lower()).isBetween(0.249, 0.25);
        assertThat(all.upper()).isBetween(0.25, 0.251);
        Interval half = MeanSequence.interval(4, new double[] {1, 0});
        assertThat(half.lower()).isBetween(0.249, 0.25);
        assertThat(half.upper()).isBetween(0.75, 0.751);
    }

    @Test
    void refusesWhatIsNoSequence() {
        assertThatIllegalArgumentException().isThrownBy(() -> new LimitSequence(0, 0.05, 0.05));
        assertThatIllegalArgumentException().isThrownBy(() -> new LimitSequence(10, 5, 0.05));
        assertThatIllegalArgumentException().isThrownBy(() -> new LimitSequence(10, 0.05, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new LimitSequence(10, 0.05, 1));
        LimitSequence one = new LimitSequence(1, 0.05, 0.05);
        assertThatIllegalArgumentException().isThrownBy(() -> one.add(0.5, 0.4));
        assertThatIllegalArgumentException().isThrownBy(() -> one.add(Double.NaN, 1));
        one.add(0, 0);
        assertThatIllegalStateException().isThrownBy(() -> one.add(0, 0));
    }

    /** Spreads successes over values of several trials each, in random order. */
    private static double[] shuffled(int population, int successes, int trials, String name) {
        SplittableRandom random = Seeds.random(7, "limit-sequence", name);
        double[] values = new double[population];
        for (int i = 0; i < successes; i++) {
            int at = trials == 1 ? i : random.nextInt(population);
            while (values[at] > 1 - 0.5 / trials) {
                at = random.nextInt(population);
            }
            values[at] += 1.0 / trials;
        }
        for (int i = population - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            double value = Math.min(1, values[i]);
            values[i] = Math.min(1, values[other]);
            values[other] = value;
        }
        return values;
    }
}
