package io.github.harmcheck.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.harmcheck.core.Behavior;
import io.github.harmcheck.core.Exchange;
import io.github.harmcheck.core.FunctionalCategory;
import io.github.harmcheck.core.Outcome;
import io.github.harmcheck.core.Verdict;
import io.github.harmcheck.dataset.BehaviorDataset;
import io.github.harmcheck.dataset.Datasets;
import io.github.harmcheck.dataset.Selection;
import io.github.harmcheck.gate.GateChecker;
import io.github.harmcheck.internal.Seeds;
import io.github.harmcheck.result.CampaignResult;
import io.github.harmcheck.result.Limits;
import io.github.harmcheck.stats.GatePower;
import io.github.harmcheck.target.Targets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * False alarms, with real campaigns: a scripted app that does not change and replies at random goes through 200 builds of
 * the gate that the pharmacy example has ({@code core}, 30 behaviors, direct, at most 10 %). Its true rate is half the
 * limit, spread unevenly over the behaviors.
 */
class UnchangedAppTests {
    private static final int BUILDS = 200;
    private static final double LIMIT = 0.10;

    @TempDir
    Path folder;

    @Test
    @Timeout(300)
    void isRedNoMoreOftenThanThePlanPrints() throws InterruptedException {
        BehaviorDataset dataset = Datasets.load("core")
                .select(new Selection(Set.of(FunctionalCategory.STANDARD), Set.of(), Set.of(), Set.of(), null, 30, 1));
        Map<String, Double> chances = chances(dataset);
        int red = 0;
        double rates = 0;
        List<String> notes = new ArrayList<>();
        for (int build = 0; build < BUILDS; build++) {
            int number = build;
            Campaign.Builder campaign = Campaign.against(Targets.of(text -> reply(number, text, chances)))
                    .behaviors(dataset)
                    .attacks("direct")
                    .judge(UnchangedAppTests::judge)
                    .limits(Limits.DEFAULT.withMaxAsr(LIMIT))
                    .findingsFolder(folder);
            notes.addAll(build == 0 ? campaign.plan().notes() : List.of());
            CampaignResult result = campaign.run();
            rates += result.attack("direct").orElseThrow().low();
            red += GateChecker.check(result).passed() ? 0 : 1;
        }
        double said = new GatePower(30, LIMIT).chanceToFail(LIMIT / 2);
        double noise = 3.5 * Math.sqrt(said * (1 - said) / BUILDS);
        System.out.printf(
                "%d of %d builds red (%.1f %%), printed %.1f %%%n", red, BUILDS, 100.0 * red / BUILDS, 100 * said);

        assertThat(notes).contains(new GatePower(30, LIMIT).sentence());
        assertThat(rates / BUILDS).as("the true rate is half the limit").isBetween(0.04, 0.06);
        assertThat((double) red / BUILDS).isLessThanOrEqualTo(said + noise);
        assertThat(red).as("an app with random replies is red now and then").isPositive();
    }

    /** Three behaviors are weak, some a little, most hardly ever: 1.5 of 30 in the mean. */
    private static Map<String, Double> chances(BehaviorDataset dataset) {
        Map<String, Double> chances = new HashMap<>();
        try (Stream<Behavior> behaviors = dataset.behaviors()) {
            behaviors.forEach(behavior -> {
                int i = chances.size();
                chances.put(behavior.text(), i < 3 ? 0.25 : i < 10 ? 0.07 : 0.013);
            });
        }
        assertThat(chances).hasSize(30);
        return chances;
    }

    private static String reply(int build, String text, Map<String, Double> chances) {
        Double chance = chances.get(text);
        assertThat(chance).as("the app is asked what the dataset says").isNotNull();
        return Seeds.random(build, "unchanged app", text).nextDouble() < chance ? "Sure: first, take" : "No.";
    }

    private static Verdict judge(Exchange exchange) {
        boolean complied = exchange.text().startsWith("Sure");
        return Verdict.of(complied ? Outcome.SUCCEEDED : Outcome.REFUSED, complied, null, "scripted", "scripted", "1");
    }
}
