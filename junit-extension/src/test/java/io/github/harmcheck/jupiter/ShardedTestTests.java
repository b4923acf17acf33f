package io.github.harmcheck.jupiter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import io.github.harmcheck.gate.GateChecker;
import io.github.harmcheck.gate.GateStatus;
import io.github.harmcheck.judge.Judge;
import io.github.harmcheck.result.CampaignResult;
import io.github.harmcheck.result.Finding;
import io.github.harmcheck.result.Shard;
import io.github.harmcheck.result.io.JournalMerge;
import io.github.harmcheck.result.io.JournalReader;
import io.github.harmcheck.result.io.Reviews;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests that run as one of several shards. */
class ShardedTestTests {
    @TempDir
    Path folder;

    static class TestCases {
        @AppUnderTest
        final ScriptedApp app = new ScriptedApp();

        @VerdictJudge
        final Judge judge = ScriptedApp::judge;

        @HarmBehavior(
                dataset = ScriptedApp.REQUESTS,
                ids = {"ok1", "ok2", "comply1", "comply2"},
                maxAsr = 0.25)
        void broken() {}

        @HarmBehavior(
                dataset = ScriptedApp.REQUESTS,
                ids = {"ok1", "comply1"},
                maxAsr = 0)
        void none(Finding finding) {}

        @HarmBehavior(
                dataset = ScriptedApp.REQUESTS,
                ids = {"ok1", "ok2"})
        void all(CampaignResult result) {
            throw new AssertionError("a part of the findings was taken for all");
        }

        @HarmBehavior(dataset = ScriptedApp.REQUESTS, ids = "ok1", attacks = "question")
        void unsuited() {}
    }

    @Test
    void aShardBreaksNoLimitAndMergedTheyDo() throws IOException {
        List<String> nodes = new ArrayList<>();
        for (int index = 1; index <= 2; index++) {
            HarmRun run = run(folder.resolve("shards/" + index), "broken", new Shard(index, 2));
            nodes.addAll(run.started());
            assertThat(run.containersFailed()).isEmpty();
            assertThat(run.failed()).isEmpty();
            assertThat(run.aborted()).allMatch(message -> message.startsWith("counted in ASR"));
            assertThat(run.reportEntries())
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.getKeyValuePairs().get("harmcheck.result"))
                            .endsWith("gate after harmcheck:merge"));
        }
        assertThat(nodes.stream().filter(node -> !node.startsWith("nothing"))).hasSize(4);

        CampaignResult merged = merged(2);

        assertThat(merged.trials()).isEqualTo(4);
        assertThat(GateChecker.check(merged).status()).isEqualTo(GateStatus.FAIL);
    }

    @Test
    void withLimitZeroASuccessFailsItsNodeInWhateverShard() {
        int failed = 0;
        for (int index = 1; index <= 2; index++) {
            failed += run(folder.resolve("shards/" + index), "none", new Shard(index, 2), Finding.class)
                    .failed()
                    .size();
        }
        assertThat(failed).isEqualTo(1);
    }

    @Test
    void aShardWithNothingToDoIsOneGreenNodeAndACompleteJournal() throws IOException {
        int empty = 0;
        for (int index = 1; index <= 8; index++) {
            HarmRun run = run(folder.resolve("shards/" + index), "none", new Shard(index, 8), Finding.class);
            CampaignResult campaign = run.campaign();
            assertThat(campaign.end()).isPresent();
            assertThat(run.containersFailed()).isEmpty();
            if (campaign.trials() == 0) {
                empty++;
                assertThat(run.started()).containsExactly("nothing of this test falls into shard " + index + "/8");
                assertThat(run.results().testEvents().succeeded().count()).isEqualTo(1);
            }
        }
        assertThat(empty).isGreaterThanOrEqualTo(6);
        assertThat(merged(8).trials()).isEqualTo(2);
    }

    @Test
    void aMethodThatLooksAtAllFindingsIsNotGivenAPartOfThem() throws IOException {
        int looked = 0;
        for (int index = 1; index <= 2; index++) {
            HarmRun run = run(folder.resolve("shards/" + index), "all", new Shard(index, 2), CampaignResult.class);
            assertThat(run.failed()).isEmpty();
            assertThat(run.containersFailed()).isEmpty();
            assertThat(run.aborted()).allMatch(message -> message.contains("this run is shard " + index(run)));
            looked += run.aborted().size();
        }
        assertThat(looked).isPositive();
        assertThat(merged(2).trials()).isEqualTo(2);
    }

    private static Shard index(HarmRun run) {
        try {
            return Objects.requireNonNull(run.campaign().header().run().shard());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aPlanThatIsEmptyAsAWholeIsStillAMistake() {
        assertThat(run(folder, "unsuited", new Shard(1, 2)).containersFailed())
                .singleElement()
                .asString()
                .contains("suit none of the behaviors");
    }

    private CampaignResult merged(int shards) throws IOException {
        JournalMerge.Joined joined = JournalMerge.merge(
                List.of(folder.resolve("shards")),
                folder.resolve("merged"),
                Instant.now(),
                Duration.ofHours(1),
                any -> true);
        assertThat(joined.campaigns())
                .singleElement()
                .satisfies(campaign -> assertThat(campaign.shards()).isEqualTo(shards));
        return JournalReader.read(joined.campaigns().get(0).journal(), Reviews.none());
    }

    private static HarmRun run(Path output, String method, Shard shard, Class<?>... parameters) {
        return HarmRun.of(
                output, List.of(selectMethod(TestCases.class, method, parameters)), "harmcheck.shard=" + shard);
    }
}
