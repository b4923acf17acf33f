package io.github.harmcheck.stats;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.harmcheck.internal.Seeds;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The numbers in the Javadoc of {@link ClusteredRate} come from here, with {@code -Dharmcheck.test.rounds=4000}. */
class ClusteredRateCoverageTests {
    private static final double[] RATES = {0.005, 0.01, 0.02, 0.05, 0.1};
    private static final int[] BEHAVIORS = {20, 50, 100, 200, 400};
    private static final int ROUNDS = Integer.getInteger("harmcheck.test.rounds", 250);

    /** Four standard errors of one estimated coverage: the lowest of 25 lies further off than any one. */
    private static final double NOISE = 4 * Math.sqrt(0.95 * 0.05 / ROUNDS);

    @ParameterizedTest(name = "{0} attempts, correlation {1}")
    @CsvSource({"1, 0", "5, 0", "5, 0.3", "5, 1", "20, 0", "20, 0.1", "20, 0.3", "20, 0.6"})
    void theIntervalHoldsTheTrueRateAsOftenAsItSays(int attempts, double correlation) {
        double lowest = 1;
        double sum = 0;
        for (double rate : RATES) {
            for (int behaviors : BEHAVIORS) {
                double coverage = coverage(rate, behaviors, attempts, correlation);
                lowest = Math.min(lowest, coverage);
                sum += coverage;
            }
        }
        assertThat(lowest).isGreaterThanOrEqualTo(0.95 - NOISE);
        assertThat(sum / (RATES.length * BEHAVIORS.length)).isBetween(0.96, 0.995);
    }

    private static double coverage(double rate, int behaviors, int attempts, double correlation) {
        SplittableRandom random =
                Seeds.random(1, "coverage", rate + "/" + behaviors + "/" + attempts + "/" + correlation);
        int covered = 0;
        for (int round = 0; round < ROUNDS; round++) {
            double[] means = new double[behaviors];
            for (int i = 0; i < behaviors; i++) {
                means[i] = (double) successes(rate, attempts, correlation, random) / attempts;
            }
            Interval interval =
                    ClusteredRate.of(means, (long) behaviors * attempts).interval();
            covered += interval.lower() <= rate && rate <= interval.upper() ? 1 : 0;
        }
        return (double) covered / ROUNDS;
    }

    /** Draws from the beta-binomial distribution by Pólya's urn: each success makes the next one likelier. */
    private static int successes(double rate, int attempts, double correlation, SplittableRandom random) {
        if (correlation >= 1) {
            return random.nextDouble() < rate ? attempts : 0;
        }
        double weight = correlation == 0 ? Double.POSITIVE_INFINITY : 1 / correlation - 1;
        int successes = 0;
        for (int attempt = 0; attempt < attempts; attempt++) {
            double chance = correlation == 0 ? rate : (rate * weight + successes) / (weight + attempt);
            successes += random.nextDouble() < chance ? 1 : 0;
        }
        return successes;
    }
}
