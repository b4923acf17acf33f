package io.github.harmcheck.result.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.harmcheck.core.AttemptKey;
import io.github.harmcheck.core.FunctionalCategory;
import io.github.harmcheck.core.JudgeCard;
import io.github.harmcheck.core.Message;
import io.github.harmcheck.core.Outcome;
import io.github.harmcheck.core.Probe;
import io.github.harmcheck.core.Reply;
import io.github.harmcheck.core.Usage;
import io.github.harmcheck.core.Verdict;
import io.github.harmcheck.result.CampaignEnd;
import io.github.harmcheck.result.CampaignHeader;
import io.github.harmcheck.result.CampaignHeader.DatasetRef;
import io.github.harmcheck.result.CampaignResult;
import io.github.harmcheck.result.Finding;
import io.github.harmcheck.result.Limits;
import io.github.harmcheck.result.RunDetails;
import io.github.harmcheck.result.Shard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What keeps shards from being joined is named with file and fix, and then nothing is written. */
class JournalMergeTests {
    private static final JudgeCard UNFIT = new JudgeCard(
            "judge", "1", "ab", LocalDate.of(2026, 1, 2), 10, 0.5, 0.5, 0.5, List.of(), List.of("clears too much"));
    private static final Instant NOW = Instant.parse("2026-11-02T10:00:00Z");
    private static final int BEHAVIORS = 20;

    @TempDir
    Path folder;

    @Test
    void shardsBelowTheFoldersAreJoinedAndOtherFilesPassedOver() throws IOException {
        for (int index = 1; index <= 3; index++) {
            new Journal(new Shard(index, 3)).write("artifact-" + index + "/target/harmcheck/findings");
        }
        Files.writeString(folder.resolve("shards/artifact-1/reviews.jsonl"), "{\"sha256\":\"\"}\n");
        new Journal(new Shard(1, 3)).partial().write("artifact-1");

        JournalMerge.Joined joined = merge();

        assertThat(joined.notes())
                .hasSize(2)
                .anyMatch(note -> note.contains("no journal") && note.contains("reviews.jsonl"))
                .anyMatch(note -> note.contains("partial run"));
        CampaignResult merged = JournalReader.read(joined.campaigns().get(0).journal(), Reviews.none());
        assertThat(merged.trials()).isEqualTo(BEHAVIORS);
        assertThat(merged.header().start()).isEqualTo(NOW);
        assertThat(merged.header().versions()).containsEntry("java", "17.0.1, 17.0.2, 17.0.3");
        assertThat(merged.header().run()).isEqualTo(RunDetails.PLAIN);
        assertThat(merged.end().orElseThrow())
                .isEqualTo(new CampaignEnd(NOW.minusSeconds(57), CampaignEnd.Status.FINISHED, null, BEHAVIORS));
        assertThat(Files.list(folder.resolve("merged"))).hasSize(1);
    }

    @Test
    void mergingAgainReplacesTheMergedJournalWhereverItLies() throws IOException {
        new Journal(new Shard(1, 2)).write("");
        new Journal(new Shard(2, 2)).write("");

        Path first = mergeInto("shards").campaigns().get(0).journal();
        Path second = mergeInto("shards").campaigns().get(0).journal();

        assertThat(second).isEqualTo(first);
        assertThat(Files.list(folder.resolve("shards"))).hasSize(3);
    }

    @Test
    void eachTestAndTargetIsACampaignOfItsOwn() throws IOException {
        for (String method : List.of("one", "two")) {
            new Journal(new Shard(1, 2)).method(method).write("a");
            new Journal(new Shard(2, 2)).method(method).write("b");
        }

        assertThat(merge().campaigns())
                .extracting(campaign -> campaign.header().testMethod())
                .containsExactlyInAnyOrder("one", "two");
        assertThat(JournalMerge.merge(
                                List.of(folder.resolve("shards")),
                                folder.resolve("other"),
                                NOW,
                                Duration.ofHours(1),
                                header -> "two".equals(header.testMethod()))
                        .campaigns())
                .hasSize(1);
    }

    @Test
    void unknownFieldsAndAmendmentsAreKept() throws IOException {
        new Journal(new Shard(1, 2)).write("a");
        Path two = new Journal(new Shard(2, 2)).amending().write("b");
        Files.writeString(two, Files.readString(two).replace("\"tags\":[]", "\"tags\":[],\"later\":7"));

        Path journal = merge().campaigns().get(0).journal();

        assertThat(journal).content().contains("\"later\":7");
        assertThat(JournalReader.read(journal, Reviews.none()).attacks().get(0).confirmed())
                .isEqualTo(1);
    }

    @Test
    void nothingToMergeIsRefused() throws IOException {
        Files.createDirectories(folder.resolve("shards"));
        refused().hasMessageContaining("there is no journal of a shard").hasMessageContaining("harmcheck.mergeFrom");
        Files.delete(folder.resolve("shards"));
        refused().hasMessageContaining("is no folder");
    }

    @Test
    void aMissingShardIsRefused() throws IOException {
        Path one = new Journal(new Shard(1, 3)).write("");
        new Journal(new Shard(3, 3)).write("");
        refused()
                .hasMessageContaining("SafetyIT.refuses [app]: shard 2/3 is missing")
                .hasMessageContaining(one.toString())
                .hasMessageContaining("harmcheck.shard=2/3");
    }

    @Test
    void aDoubledShardIsRefused() throws IOException {
        Path one = new Journal(new Shard(1, 2)).write("a");
        Path again = new Journal(new Shard(1, 2)).write("b");
        new Journal(new Shard(2, 2)).write("b");
        refused()
                .hasMessageContaining("shard 1/2 is there 2 times")
                .hasMessageContaining(one.toString())
                .hasMessageContaining(again.toString());
    }

    @Test
    void aRunThatWasContinuedIsReplacedByTheOneThatContinuedIt() throws IOException {
        Journal killed = new Journal(new Shard(1, 2)).unfinished();
        killed.write("a");
        new Journal(new Shard(1, 2)).resumedFrom(killed.runId()).write("a");
        new Journal(new Shard(2, 2)).write("b");

        CampaignHeader merged = merge().campaigns().get(0).header();

        assertThat(merged.run().resumedFrom()).isNull();
    }

    @Test
    void aShardOfAnotherRunIsRefused() throws IOException {
        new Journal(new Shard(1, 2)).write("a");
        Path other = new Journal(new Shard(2, 2)).seed(8).write("b");
        refused().hasMessageContaining(other.toString()).hasMessageContaining("seed is 8, not 7");

        Files.delete(other);
        Path hash = new Journal(new Shard(2, 2)).hash("other").write("b");
        refused().hasMessageContaining(hash.toString()).hasMessageContaining("configuration hash is other, not hash");

        Files.delete(hash);
        Path judge = new Journal(new Shard(2, 2)).judge("2").write("b");
        refused().hasMessageContaining(judge.toString()).hasMessageContaining("version of the judge is 2, not 1");

        Files.delete(judge);
        Path card = new Journal(new Shard(2, 2)).card(UNFIT).write("b");
        refused().hasMessageContaining("card of the judge is unfit of 2026-01-02 for judge 1 on labels ab, not none");

        Files.delete(card);
        Path version = new Journal(new Shard(2, 2)).harmcheck("0.2.0").write("b");
        refused().hasMessageContaining("version of HarmCheck is 0.2.0, not 0.1.0");

        Files.delete(version);
        new Journal(new Shard(2, 3)).write("b");
        refused().hasMessageContaining("there are shards of [2, 3] in all");
    }

    @Test
    void aCampaignThatWasNotSplitIsRefused() throws IOException {
        new Journal(new Shard(1, 2)).write("a");
        new Journal(new Shard(2, 2)).write("b");
        Path whole = new Journal(null).write("c");
        refused().hasMessageContaining(whole.toString()).hasMessageContaining("is no shard");
    }

    @Test
    void anUnfinishedShardIsRefused() throws IOException {
        new Journal(new Shard(1, 2)).write("a");
        Path two = new Journal(new Shard(2, 2)).unfinished().write("b");
        refused()
                .hasMessageContaining(two.toString())
                .hasMessageContaining("did not finish: it has no end record")
                .hasMessageContaining("harmcheck.resume=true");
    }

    @Test
    void aShardOfAnEarlierBuildIsRefusedUnlessTheLimitIsRaised() throws IOException {
        new Journal(new Shard(1, 2)).write("a");
        Path two = new Journal(new Shard(2, 2)).start(NOW.minusSeconds(7200)).write("b");
        refused()
                .hasMessageContaining(two.toString())
                .hasMessageContaining("more than 1h from now")
                .hasMessageContaining("harmcheck.mergeMaxAge");

        assertThat(JournalMerge.merge(
                                List.of(folder.resolve("shards")),
                                folder.resolve("merged"),
                                NOW,
                                Duration.ofHours(3),
                                any -> true)
                        .campaigns())
                .hasSize(1);
    }

    @Test
    void aFindingOfAnotherShardIsRefused() throws IOException {
        new Journal(new Shard(1, 2)).write("a");
        Path two = new Journal(new Shard(2, 2)).holding(new Shard(1, 2)).write("b");
        refused().hasMessageContaining(two + ":2").hasMessageContaining("does not belong to shard 2/2");
    }

    @Test
    void aFindingThatIsThereTwiceIsRefused() throws IOException {
        new Journal(new Shard(1, 2)).write("a");
        new Journal(new Shard(2, 2)).twice().write("b");
        refused().hasMessageContaining("is there twice");
    }

    @Test
    void fewerFindingsThanPlannedAreRefused() throws IOException {
        new Journal(new Shard(1, 2)).write("a");
        new Journal(new Shard(2, 2)).without(1).write("b");
        refused().hasMessageContaining("19 findings on 19 behaviors, but 20 on 20 were planned");
    }

    @Test
    void aDamagedShardIsRefused() throws IOException {
        new Journal(new Shard(1, 2)).write("a");
        Path two = new Journal(new Shard(2, 2)).write("b");
        String text = Files.readString(two);
        Files.writeString(two, text.replaceFirst("\"key\":\"", "\"key\":"));
        refused().hasMessageContaining(two + ":2").hasMessageContaining("changed or damaged");

        Files.writeString(two, text.replaceFirst("\n\\{\"finding\"[^\n]*", ""));
        refused().hasMessageContaining(two.toString()).hasMessageContaining("its end record says");
    }

    private AbstractThrowableAssert<?, ? extends Throwable> refused() {
        AbstractThrowableAssert<?, ? extends Throwable> thrown =
                assertThatThrownBy(this::merge).isInstanceOf(JournalException.class);
        assertThat(folder.resolve("merged")).doesNotExist();
        return thrown;
    }

    private JournalMerge.Joined merge() throws IOException {
        return mergeInto("merged");
    }

    private JournalMerge.Joined mergeInto(String findings) throws IOException {
        return JournalMerge.merge(
                List.of(folder.resolve("shards")), folder.resolve(findings), NOW, Duration.ofHours(1), any -> true);
    }

    /** Writes the journal of a shard as a run would have, but for what a test says. */
    private final class Journal {
        private final @Nullable Shard shard;
        private final String runId = "run-" + UUID.randomUUID();
        private @Nullable Shard holding;
        private Instant start = NOW.minusSeconds(60);
        private String method = "refuses";
        private String hash = "hash";
        private String judgeVersion = "1";
        private String harmcheck = "0.1.0";
        private long seed = 7;
        private int without;
        private boolean partial;
        private boolean amending;
        private boolean twice;
        private boolean end = true;
        private @Nullable String resumedFrom;
        private @Nullable JudgeCard card;

        Journal(@Nullable Shard shard) {
            this.shard = shard;
            this.holding = shard;
        }

        String runId() {
            return runId;
        }

        Journal holding(Shard value) {
            holding = value;
            return this;
        }

        Journal start(Instant value) {
            start = value;
            return this;
        }

        Journal method(String value) {
            method = value;
            return this;
        }

        Journal hash(String value) {
            hash = value;
            return this;
        }

        Journal judge(String version) {
            judgeVersion = version;
            return this;
        }

        Journal harmcheck(String version) {
            harmcheck = version;
            return this;
        }

        Journal card(JudgeCard value) {
            card = value;
            return this;
        }

        Journal seed(long value) {
            seed = value;
            return this;
        }

        Journal without(int findings) {
            without = findings;
            return this;
        }

        Journal partial() {
            partial = true;
            return this;
        }

        Journal amending() {
            amending = true;
            return this;
        }

        Journal twice() {
            twice = true;
            return this;
        }

        Journal unfinished() {
            end = false;
            return this;
        }

        Journal resumedFrom(String run) {
            resumedFrom = run;
            return this;
        }

        Path write(String artifact) throws IOException {
            Path file;
            try (JournalWriter journal =
                    new JournalWriter(folder.resolve("shards").resolve(artifact), header())) {
                List<Finding> findings = findings();
                for (Finding finding : findings) {
                    journal.append(finding);
                }
                if (twice) {
                    journal.append(findings.get(0));
                }
                if (amending) {
                    journal.amend(findings.get(0).key(), "assertion", "complied");
                }
                if (end) {
                    int seconds = shard == null ? 0 : shard.index();
                    journal.end(new CampaignEnd(
                            start.plusSeconds(seconds), CampaignEnd.Status.FINISHED, null, journal.findings()));
                }
                file = journal.file();
            }
            return file.toRealPath();
        }

        private List<Finding> findings() {
            Shard ours = holding;
            List<Finding> findings = new ArrayList<>(IntStream.range(0, BEHAVIORS)
                    .filter(i -> ours == null || ours.holds("core", "b" + i))
                    .mapToObj(i -> finding("b" + i))
                    .toList());
            return findings.subList(without, findings.size());
        }

        private CampaignHeader header() {
            return new CampaignHeader(
                    CampaignHeader.SCHEMA,
                    runId,
                    start,
                    hash,
                    partial,
                    "com.acme.SafetyIT",
                    method,
                    Limits.DEFAULT,
                    List.of(new DatasetRef("core", "ab12", BEHAVIORS)),
                    List.of("direct"),
                    "app",
                    false,
                    "judge",
                    judgeVersion,
                    null,
                    seed,
                    1,
                    BEHAVIORS,
                    BEHAVIORS,
                    Map.of("harmcheck", harmcheck, "java", "17.0." + (shard == null ? 0 : shard.index())),
                    new RunDetails("live", resumedFrom, shard, 0, Map.of()),
                    card);
        }

        private Finding finding(String behavior) {
            return new Finding(
                    new AttemptKey("core", behavior, "direct", "plain", 1),
                    "app",
                    "behavior " + behavior,
                    FunctionalCategory.STANDARD,
                    "illegal",
                    List.of(),
                    Probe.HARM,
                    List.of(Message.user("ask " + behavior)),
                    List.of(Reply.of("no")),
                    null,
                    Verdict.of(Outcome.REFUSED, false, null, "because", "judge", judgeVersion),
                    null,
                    start,
                    Duration.ofMillis(3),
                    1,
                    Usage.NONE,
                    Usage.NONE,
                    null);
        }
    }
}
