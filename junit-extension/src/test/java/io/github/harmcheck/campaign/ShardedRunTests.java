package io.github.harmcheck.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.harmcheck.assertj.HarmAssertions;
import io.github.harmcheck.core.AttemptKey;
import io.github.harmcheck.core.Exchange;
import io.github.harmcheck.core.Outcome;
import io.github.harmcheck.core.Reply;
import io.github.harmcheck.core.Verdict;
import io.github.harmcheck.gate.BuildGate;
import io.github.harmcheck.gate.BuildGateResult;
import io.github.harmcheck.gate.ExpectedTest;
import io.github.harmcheck.gate.GateChecker;
import io.github.harmcheck.gate.GateConfig;
import io.github.harmcheck.gate.GateResult;
import io.github.harmcheck.gate.GateStatus;
import io.github.harmcheck.gate.Rule;
import io.github.harmcheck.gate.Violation;
import io.github.harmcheck.internal.Hashes;
import io.github.harmcheck.judge.Judge;
import io.github.harmcheck.result.CampaignResult;
import io.github.harmcheck.result.Finding;
import io.github.harmcheck.result.Limits;
import io.github.harmcheck.result.Shard;
import io.github.harmcheck.result.io.JournalMerge;
import io.github.harmcheck.result.io.JournalReader;
import io.github.harmcheck.result.io.Reviews;
import io.github.harmcheck.target.Targets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A campaign in shards, merged, is the campaign that one machine would have run. */
class ShardedRunTests {
    private static final int BEHAVIORS = 60;
    private static final ExpectedTest TEST = new ExpectedTest("example.ShardedIT", "refuses");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(doubles = {0.0, 0.1, 0.3, 1.0})
    void mergedIsTheSameAsUnsharded(double maxAsr) throws Exception {
        CampaignResult whole = run(null, folder.resolve("whole"), maxAsr);
        for (int index = 1; index <= 4; index++) {
            run(new Shard(index, 4), folder.resolve("shards/" + index + "/findings"), maxAsr);
        }
        writeReviews(whole);
        Instant session = Instant.now().minusMillis(1);

        JournalMerge.Joined joined = merge();

        assertThat(joined.campaigns()).hasSize(1);
        assertThat(joined.campaigns().get(0).shards()).isEqualTo(4);
        List<CampaignResult> merged = read(folder.resolve("merged"));
        assertThat(merged).hasSize(1);
        CampaignResult one = merged.get(0);
        CampaignResult reviewed = read(folder.resolve("whole")).get(0);
        assertThat(reviewed.findings().stream().filter(finding -> finding.reviewer() != null))
                .isNotEmpty();
        assertThat(one.attacks()).isEqualTo(reviewed.attacks());
        assertThat(one.categories()).isEqualTo(reviewed.categories());
        assertThat(one.trials()).isEqualTo(reviewed.trials()).isEqualTo(240);
        assertThat(one.errors()).isEqualTo(reviewed.errors()).isPositive();
        assertThat(one.safeAccepted()).isEqualTo(reviewed.safeAccepted());
        assertThat(untimed(one)).containsExactlyInAnyOrderElementsOf(untimed(reviewed));
        assertThat(one.header().configHash()).isEqualTo(reviewed.header().configHash());
        assertThat(one.header().plannedTrials()).isEqualTo(240);
        assertThat(one.header().plannedBehaviors()).isEqualTo(BEHAVIORS);
        assertThat(one.header().datasets()).isEqualTo(reviewed.header().datasets());
        assertThat(one.header().run().shard()).isNull();
        assertThat(one.end().orElseThrow().findings()).isEqualTo(240);

        GateResult expected = gate(reviewed, Instant.EPOCH);
        GateResult actual = gate(one, session);
        assertThat(actual.status()).isEqualTo(expected.status());
        assertThat(actual.lines()).isEqualTo(expected.lines());
        assertThat(actual.warnings()).isEqualTo(expected.warnings());
        assertThat(actual.violations().stream().map(Violation::message))
                .isEqualTo(
                        expected.violations().stream().map(Violation::message).toList());
    }

    @Test
    void anUnmergedShardIsNeverAPass() throws Exception {
        CampaignResult shard = run(new Shard(1, 2), folder.resolve("shard"), 1.0);

        assertThat(GateChecker.check(shard).violations()).singleElement().satisfies(violation -> {
            assertThat(violation.status()).isEqualTo(GateStatus.INCONCLUSIVE);
            assertThat(violation.message()).contains("shard 1/2 alone", "run harmcheck:merge first");
        });
        assertThat(gate(shard, Instant.EPOCH).status()).isEqualTo(GateStatus.INCONCLUSIVE);
        assertThat(GateChecker.checkShard(shard).status()).isEqualTo(GateStatus.PASS);
        assertThat(GateChecker.checkShard(shard).lines())
                .singleElement()
                .asString()
                .startsWith("shard 1/2")
                .endsWith("gate after harmcheck:merge");
        assertThatThrownBy(
                        () -> HarmAssertions.assertThat(shard).attack("direct").hasAsrAtMost(1))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("shard 1/2 alone");
        assertThatThrownBy(() -> HarmAssertions.assertThat(shard).hasErrorRateAtMost(1))
                .hasMessageContaining("harmcheck:merge");
    }

    @Test
    void aStoppedShardIsNoPassWhereItRanEither() throws Exception {
        Path findings = folder.resolve("shards/1");
        try (RunningCampaign running =
                builder(findings, 1.0).shard(new Shard(1, 2)).start()) {
            running.stop("the budget is spent");
            assertThat(GateChecker.checkShard(running.finish()).status()).isEqualTo(GateStatus.INCONCLUSIVE);
        }
        run(new Shard(2, 2), folder.resolve("shards/2"), 1.0);

        assertThatThrownBy(this::merge).hasMessageContaining("shard 1/2").hasMessageContaining("the budget is spent");
        assertThat(folder.resolve("merged")).doesNotExist();
    }

    @Test
    void anAbortedShardFailsWhereItRanAndIsNotMerged() throws Exception {
        CampaignResult aborted =
                builder(folder.resolve("shards/1"), 1.0).shard(new Shard(1, 2)).abort("the dataset folder is not set");
        run(new Shard(2, 2), folder.resolve("shards/2"), 1.0);

        assertThat(GateChecker.checkShard(aborted).status()).isEqualTo(GateStatus.FAIL);
        assertThatThrownBy(this::merge)
                .hasMessageContaining("shard 1/2")
                .hasMessageContaining("aborted: the dataset folder is not set");
    }

    @Test
    void aShardWithoutBehaviorsIsACompleteEmptyJournal() throws Exception {
        int count = 16;
        long empty = 0;
        for (int index = 1; index <= count; index++) {
            CampaignResult shard = small(folder.resolve("shards"))
                    .shard(new Shard(index, count))
                    .run();
            empty += shard.trials() == 0 ? 1 : 0;
            assertThat(GateChecker.checkShard(shard).status()).isEqualTo(GateStatus.PASS);
        }
        assertThat(empty).isGreaterThanOrEqualTo(count - 4);

        assertThat(merge().campaigns()).singleElement().satisfies(campaign -> {
            assertThat(campaign.shards()).isEqualTo(count);
            assertThat(campaign.findings()).isEqualTo(4);
        });
    }

    @Test
    void shardsSplitThePlanAndShareItsHash() {
        Plan whole = builder(folder, 1.0).plan();
        Set<AttemptKey> seen = new HashSet<>();
        long trials = 0;
        for (int index = 1; index <= 5; index++) {
            Plan part = builder(folder, 1.0).shard(new Shard(index, 5)).plan();
            trials += part.trials();
            assertThat(part.trials()).isPositive();
            assertThat(part.targetCalls()).isEqualTo(part.trials());
            assertThat(part.lines()).contains("  shard " + index + "/5 of a plan of 60 behaviors, 240 attempts");
            try (Stream<Plan.PlannedTrial> planned = part.stream()) {
                planned.forEach(trial -> assertThat(seen.add(trial.key())).isTrue());
            }
        }
        assertThat(trials).isEqualTo(whole.trials());
        try (Stream<Plan.PlannedTrial> planned = whole.stream()) {
            assertThat(planned.map(Plan.PlannedTrial::key)).allMatch(seen::contains);
        }
    }

    @Test
    void maxCallsIsAboutTheCallsOfThisShard() throws Exception {
        assertThatThrownBy(() -> builder(folder, 1.0).maxCalls(100).run()).hasMessageContaining("240");
        long own = builder(folder, 1.0).shard(new Shard(1, 4)).plan().targetCalls();
        assertThat(builder(folder, 1.0)
                        .shard(new Shard(1, 4))
                        .maxCalls(own)
                        .run()
                        .trials())
                .isEqualTo(own)
                .isLessThan(100);
    }

    @Test
    void stoppingEarlyNeedsAllFindings() {
        assertThatThrownBy(() -> builder(folder, 1.0)
                        .shard(new Shard(1, 2))
                        .earlyStop(0.05)
                        .plan())
                .isInstanceOf(CampaignException.class)
                .hasMessageContaining("harmcheck.earlyStop is 0.05")
                .hasMessageContaining("shard 1/2")
                .hasMessageContaining("harmcheck.shard=none");
    }

    private CampaignResult run(@Nullable Shard shard, Path findings, double maxAsr) throws Exception {
        Campaign.Builder builder = builder(findings, maxAsr).shard(shard == null ? new Shard(1, 1) : shard);
        try (RunningCampaign running = builder.start()) {
            running.awaitAll();
            List<AttemptKey> keys;
            try (Stream<Plan.PlannedTrial> planned = running.plan().stream()) {
                keys = planned.map(Plan.PlannedTrial::key).toList();
            }
            for (AttemptKey key : keys) {
                if (number(key.id()) % 11 == 3) {
                    running.amend(key, "assertion", "found compliance");
                }
            }
            return running.finish();
        }
    }

    private Campaign.Builder builder(Path findings, double maxAsr) {
        Map<String, String> settings =
                Map.of("harmcheck.reviews", folder.resolve("reviews.jsonl").toString());
        Judge judge = ShardedRunTests::judge;
        return Campaign.against(Targets.of("app", prompt -> "reply to " + prompt))
                .settings(Settings.of(settings::get, name -> null))
                .behaviors(Campaigns.dataset(BEHAVIORS))
                .attacks("direct", "base64")
                .trials(2)
                .judge(judge)
                .limits(new Limits(maxAsr, 0.2, 1, 0.5, Limits.Bound.POINT))
                .maxCalls(1_000)
                .test(TEST.testClass(), TEST.method())
                .findingsFolder(findings);
    }

    private Campaign.Builder small(Path findings) {
        return Campaign.against(Targets.of("app", prompt -> "No."))
                .settings(Settings.of(name -> null, name -> null))
                .behaviors(Campaigns.dataset(4))
                .test(TEST.testClass(), TEST.method())
                .findingsFolder(findings);
    }

    /** Decides by the reply alone, so that every run decides alike. */
    private static Verdict judge(Exchange exchange) {
        return switch (number(exchange.text()) % 10) {
            case 0 -> Verdict.of(Outcome.SUCCEEDED, true, 1.0, "complied", "script", "1");
            case 1 -> Verdict.of(Outcome.SUCCEEDED, false, 0.5, "perhaps", "script", "1");
            case 2 -> Verdict.of(Outcome.UNDECIDED, false, null, "abstains", "script", "1");
            case 3 -> throw new IllegalStateException("the judge broke");
            default -> Verdict.of(Outcome.REFUSED, false, 0.0, "declined", "script", "1");
        };
    }

    private static int number(String text) {
        return Integer.parseInt(Hashes.sha256(text).substring(0, 7), 16);
    }

    private void writeReviews(CampaignResult whole) throws IOException {
        try (Stream<Finding> findings = whole.findings().stream()) {
            List<String> hashes = findings.filter(finding -> finding.outcome() == Outcome.UNDECIDED)
                    .map(Finding::reviewHash)
                    .distinct()
                    .sorted()
                    .limit(3)
                    .toList();
            Files.writeString(
                    folder.resolve("reviews.jsonl"),
                    hashes.stream()
                            .map(
                                    hash -> "{\"sha256\":\"" + hash
                                            + "\",\"verdict\":\"succeeded\",\"reviewer\":\"kim\",\"date\":\"2026-01-01\",\"note\":\"n\"}\n")
                            .collect(Collectors.joining()));
        }
    }

    private JournalMerge.Joined merge() throws IOException {
        return JournalMerge.merge(
                List.of(folder.resolve("shards")),
                folder.resolve("merged"),
                Instant.now(),
                Duration.ofHours(1),
                any -> true);
    }

    private List<CampaignResult> read(Path findings) throws IOException {
        List<CampaignResult> campaigns = new ArrayList<>();
        for (Path journal : JournalReader.journals(findings)) {
            campaigns.add(JournalReader.read(journal, Reviews.read(folder.resolve("reviews.jsonl"))));
        }
        return campaigns;
    }

    /** The gate of a build that began at a time and asks for the test and for a rule. */
    private static GateResult gate(CampaignResult campaign, Instant session) {
        GateConfig config = GateConfig.builder(session)
                .rules(List.of(new Rule("numbers", null, "direct", null, 0.2, true)))
                .build();
        BuildGateResult result = BuildGate.check(List.of(campaign), List.of(), List.of(TEST), config);
        assertThat(result.campaigns()).hasSize(1);
        return result.gate();
    }

    private static List<Finding> untimed(CampaignResult result) {
        try (Stream<Finding> findings = result.findings().stream()) {
            return findings.map(finding -> new Finding(
                            finding.key(),
                            finding.target(),
                            finding.behavior(),
                            finding.functionalCategory(),
                            finding.semanticCategory(),
                            finding.tags(),
                            finding.probe(),
                            finding.messages(),
                            finding.replies().stream()
                                    .map(reply -> Reply.of(reply.text()))
                                    .toList(),
                            finding.decodedText(),
                            finding.verdict(),
                            finding.error(),
                            Instant.EPOCH,
                            Duration.ZERO,
                            finding.queries(),
                            finding.targetUsage(),
                            finding.attackerUsage(),
                            finding.reviewer()))
                    .sorted(Comparator.comparing(Finding::id))
                    .toList();
        }
    }
}
