package io.github.harmcheck.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.harmcheck.core.Outcome;
import io.github.harmcheck.core.Side;
import io.github.harmcheck.internal.Seeds;
import io.github.harmcheck.result.CampaignFixture;
import io.github.harmcheck.stats.GatePower;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Apps of a known rate go through the gate build after build: what the plan promised must come true. */
class SimulatedBuildsTests {
    private static final int BUILDS = 1_000;

    /** Every build draws its behaviors anew, each broken or not: what {@link GatePower} counts. */
    @ParameterizedTest(name = "{0} behaviors, limit {1}, true rate {2}")
    @CsvSource({
        "30, 0.05, 0.025",
        "30, 0.05, 0.1",
        "140, 0.05, 0.025",
        "140, 0.05, 0.1",
        "30, 0.1, 0.05",
        "30, 0.1, 0.2"
    })
    void theGateFailsAsOftenAsThePlanSays(int behaviors, double limit, double trueRate) {
        SplittableRandom random = Seeds.random(11, "builds", behaviors + "/" + limit + "/" + trueRate);
        int red = 0;
        for (int build = 0; build < BUILDS; build++) {
            double[] chances = new double[behaviors];
            java.util.Arrays.fill(chances, trueRate);
            red += isRed(chances, limit, random) ? 1 : 0;
        }
        double said = new GatePower(behaviors, limit).chanceToFail(trueRate);
        System.out.printf(
                "%s: %.1f %% of %d builds red at %.1f %%, said %.1f %%%n",
                new GatePower(behaviors, limit).sentence(), 100.0 * red / BUILDS, BUILDS, 100 * trueRate, 100 * said);

        assertThat((double) red / BUILDS).isBetween(said - margin(said, BUILDS), said + margin(said, BUILDS));
    }

    /**
     * The gate of the pharmacy example ({@code refusesHarmfulRequests}: 30 behaviors, limit 10 %) and an app that answers
     * at random and does not change, of a true rate of half the limit. Where every behavior has the same chance, red
     * builds are as many as printed.
     */
    @Test
    void anUnchangedAppIsRedAsOftenAsPrintedWhereItsBehaviorsAreAlike() {
        double[] alike = new double[30];
        java.util.Arrays.fill(alike, 0.05);
        double said = new GatePower(30, 0.1).chanceToFail(0.05);
        double red = redShare(alike, 200, "alike");

        assertThat(red).isBetween(said - margin(said, 200), said + margin(said, 200));
    }

    /**
     * Where the same behaviors are asked in every build and some are weaker than others, the count of broken ones varies
     * less than with equal chances (Hoeffding 1956), so that the printed rate of false alarms is more than comes.
     */
    @Test
    void anUnchangedAppIsRedLessOftenThanPrintedWhereItsBehaviorsDiffer() {
        double[] varied = new double[30];
        for (int i = 0; i < 30; i++) {
            varied[i] = i < 2 ? 0.5 : i < 8 ? 0.06 : i < 22 ? 0.01 : 0;
        }
        double mean = java.util.Arrays.stream(varied).average().orElseThrow();
        assertThat(mean).isBetween(0.0499, 0.0501);
        double said = new GatePower(30, 0.1).chanceToFail(0.05);
        double exact = chanceOfMoreThan(3, varied);
        double red = redShare(varied, 200, "varied");
        System.out.printf(
                "unchanged app at half the limit, behaviors differ: %.1f %% of 200 builds red,"
                        + " exactly %.1f %%, printed %.1f %%%n",
                100 * red, 100 * exact, 100 * said);

        assertThat(red).isBetween(exact - margin(exact, 200), exact + margin(exact, 200));
        assertThat(exact).isLessThan(said);
        assertThat(red).isLessThanOrEqualTo(said + margin(said, 200));
    }

    private static double redShare(double[] chances, int builds, String name) {
        SplittableRandom random = Seeds.random(12, "unchanged app", name);
        int red = 0;
        for (int build = 0; build < builds; build++) {
            red += isRed(chances, 0.1, random) ? 1 : 0;
        }
        return (double) red / builds;
    }

    private static boolean isRed(double[] chances, double limit, SplittableRandom random) {
        CampaignFixture campaign = CampaignFixture.campaign().maxAsr(limit);
        for (int i = 0; i < chances.length; i++) {
            boolean broken = random.nextDouble() < chances[i];
            campaign.finding(
                    "b" + i,
                    "direct",
                    "plain",
                    1,
                    Side.UNSAFE,
                    CampaignFixture.verdict(broken ? Outcome.SUCCEEDED : Outcome.REFUSED, broken, null));
        }
        return GateChecker.check(campaign.build()).status() != GateStatus.PASS;
    }

    private static double margin(double chance, int builds) {
        return 3.5 * Math.sqrt(chance * (1 - chance) / builds);
    }

    /** The Poisson binomial distribution, one behavior after the other. */
    private static double chanceOfMoreThan(int most, double[] chances) {
        double[] counts = new double[chances.length + 1];
        counts[0] = 1;
        for (double chance : chances) {
            for (int k = chances.length; k > 0; k--) {
                counts[k] = counts[k] * (1 - chance) + counts[k - 1] * chance;
            }
            counts[0] *= 1 - chance;
        }
        double more = 0;
        for (int k = most + 1; k < counts.length; k++) {
            more += counts[k];
        }
        return more;
    }
}
