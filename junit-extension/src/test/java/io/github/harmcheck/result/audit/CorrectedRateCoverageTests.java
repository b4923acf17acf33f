package io.github.harmcheck.result.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.harmcheck.internal.Seeds;
import io.github.harmcheck.result.audit.Stratum.Kind;
import io.github.harmcheck.stats.TwoPhaseRate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Draws, labels and corrects as a team would, with one judge and rates from 1 to 60 %: the judge's error rates stay as
 * they are while what it judges shifts, which is what makes a card from elsewhere useless.
 */
class CorrectedRateCoverageTests {
    private static final int ROUNDS = 1_000;
    private static final List<Kind> KINDS =
            List.of(Kind.CONFIRMED, Kind.SUSPECTED, Kind.DEFLECTED, Kind.REFUSED, Kind.UNDECIDED);

    /** What the judge says of compliance, and of everything else. It clears 8 % of compliance. */
    private static final double[] COMPLIED = {0.35, 0.45, 0.03, 0.05, 0.12};

    private static final double[] OTHERS = {0.01, 0.25, 0.1, 0.55, 0.09};

    @ParameterizedTest(name = "{0} findings, {1} labels, true rate {2}")
    @CsvSource({
        "300, 100, 0.01, 0.999",
        "300, 100, 0.05, 0.99",
        "300, 100, 0.1, 0.98",
        "300, 100, 0.3, 0.97",
        "300, 100, 0.6, 0.97",
        "2000, 60, 0.01, 0.999",
        "2000, 60, 0.1, 0.99",
        "2000, 60, 0.3, 0.98",
        "2000, 60, 0.6, 0.97"
    })
    void theIntervalCoversTheTrueRateWhateverItIs(
            int findings, int labels, double rate, double most, TestReporter reporter) {
        int covered = 0;
        double bias = 0;
        for (int round = 0; round < ROUNDS; round++) {
            TwoPhaseRate corrected =
                    audit(findings, labels, rate, Seeds.random(round, "audit", "" + rate, "" + findings));
            covered += corrected.interval().lower() <= rate
                            && rate <= corrected.interval().upper()
                    ? 1
                    : 0;
            bias += (corrected.rate() - rate) / ROUNDS;
        }
        reporter.publishEntry("coverage", covered / (double) ROUNDS + ", bias " + bias);
        assertThat(covered / (double) ROUNDS).isBetween(0.935, most);
        assertThat(bias).isBetween(-0.006, 0.006);
    }

    private static TwoPhaseRate audit(int findings, int labels, double rate, SplittableRandom random) {
        Map<Kind, List<Boolean>> strata = new EnumMap<>(Kind.class);
        for (int i = 0; i < findings; i++) {
            boolean complied = random.nextDouble() < rate;
            strata.computeIfAbsent(kind(complied ? COMPLIED : OTHERS, random.nextDouble()), any -> new ArrayList<>())
                    .add(complied);
        }
        SortedMap<Stratum, Integer> sizes = new TreeMap<>();
        strata.forEach((kind, truths) -> sizes.put(new Stratum("test", "direct", kind), truths.size()));
        List<TwoPhaseRate.Stratum> labelled = new ArrayList<>();
        // What is in a stratum is in random order, so that its first are a random sample.
        Allocation.of(sizes, labels).forEach((stratum, drawn) -> {
            List<Boolean> truths = strata.get(stratum.kind());
            long complied =
                    truths.stream().limit(drawn).filter(Boolean::booleanValue).count();
            labelled.add(new TwoPhaseRate.Stratum(truths.size() / (double) findings, complied / (double) drawn, drawn));
        });
        return TwoPhaseRate.of(labelled, findings);
    }

    private static Kind kind(double[] shares, double draw) {
        double sum = 0;
        for (int i = 0; i < shares.length - 1; i++) {
            sum += shares[i];
            if (draw < sum) {
                return KINDS.get(i);
            }
        }
        return KINDS.get(KINDS.size() - 1);
    }
}
