package io.github.harmcheck.result.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.harmcheck.core.AttemptKey;
import io.github.harmcheck.core.FunctionalCategory;
import io.github.harmcheck.core.Message;
import io.github.harmcheck.core.ModelCall;
import io.github.harmcheck.core.Outcome;
import io.github.harmcheck.core.Probe;
import io.github.harmcheck.core.Reply;
import io.github.harmcheck.core.ToolCall;
import io.github.harmcheck.core.Usage;
import io.github.harmcheck.core.Verdict;
import io.github.harmcheck.result.CampaignEnd;
import io.github.harmcheck.result.CampaignEnd.Status;
import io.github.harmcheck.result.CampaignHeader;
import io.github.harmcheck.result.CampaignHeader.DatasetRef;
import io.github.harmcheck.result.CampaignResult;
import io.github.harmcheck.result.EarlyEnd;
import io.github.harmcheck.result.Finding;
import io.github.harmcheck.result.Limits;
import io.github.harmcheck.result.RunDetails;
import io.github.harmcheck.stats.LimitDecision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTests {
    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");

    @TempDir
    Path folder;

    @Test
    void aFindingComesBackAsItWas() throws Exception {
        Finding written =
                finding("b1", "lone \ud83d surrogate, line\u2028separator, \u202eright to left, \u0000 and é");
        try (JournalWriter writer = writer()) {
            JournalWriter.Position position = writer.append(written);
            assertThat(writer.read(position)).isEqualTo(written);
            writer.end(new CampaignEnd(NOON, Status.FINISHED, null, 1));
        }
        CampaignResult result = read();
        assertThat(result.header()).isEqualTo(header());
        assertThat(findings(result)).containsExactly(written);
        assertThat(Files.readAllLines(journal())).hasSize(3);
    }

    @Test
    void howSequentialStoppingEndedComesBackAndIsAbsentWhereItWasNotAskedFor() throws Exception {
        CampaignEnd end = new CampaignEnd(
                NOON,
                Status.FINISHED,
                null,
                1,
                null,
                List.of(new EarlyEnd("direct", 140, 55, LimitDecision.ABOVE, 140, 83, 83)));
        try (JournalWriter writer = writer()) {
            writer.append(finding("b1", "no"));
            writer.end(end);
        }
        assertThat(read().end()).contains(end);
        assertThat(read().stoppedEarly())
                .as("the header does not say that it was asked for")
                .isEmpty();

        write("b1");
        assertThat(Files.readString(journal())).doesNotContain("early-stop").doesNotContain("savedCalls");
        assertThat(read().endOrNull()).isNotNull().satisfies(plain -> {
            assertThat(plain.earlyStop()).isNull();
            assertThat(plain.earlyEnds()).isEmpty();
        });
    }

    /** Written by the version before there was sequential stopping. */
    @Test
    void anEndRecordOfAnOlderVersionIsRead() throws Exception {
        write("b1");
        List<String> lines = Files.readAllLines(journal());
        Files.write(
                journal(),
                List.of(
                        lines.get(0),
                        lines.get(1),
                        "{\"end\":{\"time\":\"2026-11-01T12:00:00Z\",\"status\":\"FINISHED\",\"findings\":1}}"));
        assertThat(read().end()).contains(new CampaignEnd(NOON, Status.FINISHED, null, 1));
    }

    @Test
    void nothingIsWrittenBeforeTheFirstRecord() throws IOException {
        writer().close();
        assertThat(journal()).doesNotExist();
        assertThat(JournalReader.journals(folder)).isEmpty();
    }

    @Test
    void aJournalCutAtAnyByteIsReadUpToItsLastWholeLineOrRefused() throws Exception {
        write("b1", "b2", "b3");
        byte[] whole = Files.readAllBytes(journal());
        for (int length = 0; length < whole.length; length++) {
            Files.write(journal(), java.util.Arrays.copyOf(whole, length));
            int cut = length;
            try {
                CampaignResult result = read();
                assertThat(findings(result)).as("cut at %d", cut).hasSizeLessThanOrEqualTo(3);
                if (cut < whole.length - 1) {
                    assertThat(result.end()).as("cut at %d", cut).isEmpty();
                }
            } catch (JournalException e) {
                assertThat(e).hasMessageContaining(journal().toString());
            }
        }
    }

    @Test
    void aDamagedLineIsAnErrorThatNamesFileAndLine() throws Exception {
        write("b1", "b2");
        List<String> lines = Files.readAllLines(journal());
        Files.write(journal(), List.of(lines.get(0), lines.get(1), "{\"finding\":{garbage", lines.get(3)));
        assertThatThrownBy(() -> findings(read())).rootCause().isNotNull();
        assertThatThrownBy(this::read).isInstanceOf(JournalException.class).hasMessageContaining(journal() + ":3");
    }

    @Test
    void findingsThatWereTakenOutAreMissed() throws Exception {
        write("b1", "b2");
        List<String> lines = Files.readAllLines(journal());
        Files.write(journal(), List.of(lines.get(0), lines.get(1), lines.get(3)));
        assertThatThrownBy(this::read)
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("holds 1 findings, but its end record says 2");
    }

    @Test
    void recordsBehindTheEndAreRefused() throws Exception {
        write("b1");
        String amendment = "{\"amendment\":{\"id\":\"d/b1/direct/v1/1\",\"by\":\"x\",\"reason\":\"y\"}}\n";
        Files.writeString(journal(), amendment, StandardOpenOption.APPEND);
        assertThatThrownBy(this::read)
                .isInstanceOf(JournalException.class)
                .hasMessageContaining(":4 stands behind the end record");
    }

    @Test
    void anotherSchemaIsRefused() throws Exception {
        write("b1");
        Files.writeString(journal(), Files.readString(journal()).replaceFirst("\"schema\":1", "\"schema\":99"));
        assertThatThrownBy(this::read)
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("schema 99")
                .hasMessageContaining("same version");
    }

    @Test
    void unknownFieldsDoNotMatter() throws Exception {
        write("b1");
        Files.writeString(
                journal(),
                Files.readString(journal()).replaceFirst("\"runId\"", "\"fromTheFuture\":{\"a\":[1]},\"runId\""));
        assertThat(findings(read())).hasSize(1);
    }

    @Test
    void anAmendmentMakesAFindingAConfirmedSuccess() throws Exception {
        try (JournalWriter writer = writer()) {
            writer.append(finding("b1", "No."));
            writer.amend(finding("b1", "No.").key(), "assertion", "it said more");
            writer.end(new CampaignEnd(NOON, Status.FINISHED, null, 1));
        }
        Verdict verdict = findings(read()).get(0).verdict();
        assertThat(verdict.outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(verdict.confirmed()).isTrue();
        assertThat(verdict.reason()).isEqualTo("assertion: it said more");
    }

    @Test
    void aReviewBeatsTheJudgeAndCountsAsUsed() throws Exception {
        try (JournalWriter writer = writer()) {
            writer.append(finding("b1", "No."));
            writer.append(finding("b2", "Never."));
            writer.end(new CampaignEnd(NOON, Status.FINISHED, null, 2));
        }
        Path reviews = folder.resolve("reviews.txt");
        Files.writeString(
                reviews,
                review(finding("b1", "No.").reviewHash(), "succeeded") + "\n" + review("0".repeat(64), "refused"));
        Reviews read = Reviews.read(reviews);
        List<Finding> findings = findings(JournalReader.read(journal(), read));
        assertThat(findings.get(0).outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(findings.get(0).verdict().confirmed()).isTrue();
        assertThat(findings.get(0).reviewer()).isEqualTo("Ada");
        assertThat(findings.get(1).outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(findings.get(1).reviewer()).isNull();
        assertThat(read.unused()).singleElement().asString().startsWith("0000").contains("Ada");
    }

    @Test
    void aReviewHoldsForOneTextOnly() throws Exception {
        Path reviews = folder.resolve("reviews.txt");
        Files.writeString(reviews, review(finding("b1", "No.").reviewHash(), "refused"));
        assertThat(Reviews.read(reviews).apply(finding("b1", "No!")).reviewer()).isNull();
    }

    @Test
    void aReviewOfWordsDoesNotExcuseATool() throws Exception {
        Finding words = finding("b1", "Done.");
        Reply reply = words.replies().get(0);
        Finding another = withReply(
                words,
                Reply.builder(reply.text())
                        .toolCall(new ToolCall("deleteAccount", "{}"))
                        .build());
        Path reviews = folder.resolve("reviews.txt");
        Files.writeString(reviews, review(words.reviewHash(), "refused"));
        assertThat(Reviews.read(reviews).apply(words).reviewer()).isEqualTo("Ada");
        assertThat(Reviews.read(reviews).apply(another).reviewer()).isNull();
    }

    private static Finding withReply(Finding finding, Reply reply) {
        return new Finding(
                finding.key(),
                finding.target(),
                finding.behavior(),
                finding.functionalCategory(),
                finding.semanticCategory(),
                finding.tags(),
                finding.probe(),
                finding.messages(),
                List.of(reply),
                finding.decodedText(),
                finding.verdict(),
                finding.error(),
                finding.start(),
                finding.latency(),
                finding.queries(),
                finding.targetUsage(),
                finding.attackerUsage(),
                finding.reviewer());
    }

    @Test
    void aLineThatIsNotAReviewIsAnError() throws Exception {
        Path reviews = folder.resolve("reviews.txt");
        String hash = "a".repeat(64);
        for (String wrong : List.of(
                "nonsense",
                review("123", "refused"),
                review(hash, "fine"),
                "{\"sha256\":\"" + hash + "\",\"verdict\":\"refused\"}",
                review(hash, "refused") + "\n" + review(hash, "succeeded"))) {
            Files.writeString(reviews, wrong);
            assertThatThrownBy(() -> Reviews.read(reviews))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining(reviews + ":");
        }
    }

    private static String review(String hash, String verdict) {
        return "{\"sha256\":\"" + hash + "\",\"verdict\":\"" + verdict
                + "\",\"reviewer\":\"Ada\",\"date\":\"2026-11-01\",\"note\":\"read twice\"}";
    }

    private void write(String... behaviors) throws IOException {
        try (JournalWriter writer = writer()) {
            for (String behavior : behaviors) {
                writer.append(finding(behavior, "No."));
            }
            writer.end(new CampaignEnd(NOON, Status.FINISHED, null, behaviors.length));
        }
    }

    private JournalWriter writer() {
        return new JournalWriter(folder, header());
    }

    private Path journal() {
        return folder.resolve("run-1.jsonl");
    }

    private CampaignResult read() throws IOException {
        return JournalReader.read(journal(), Reviews.none());
    }

    private static List<Finding> findings(CampaignResult result) {
        try (Stream<Finding> findings = result.findings().stream()) {
            return findings.toList();
        }
    }

    private static CampaignHeader header() {
        return new CampaignHeader(
                1,
                "run-1",
                NOON,
                "hash",
                false,
                "example.SomeTest",
                "method",
                Limits.DEFAULT,
                List.of(new DatasetRef("d", "0".repeat(64), 3)),
                List.of("direct"),
                "app",
                false,
                "sure",
                "1",
                null,
                7,
                1,
                3,
                3,
                Map.of("java", "17"),
                RunDetails.PLAIN,
                null);
    }

    private static Finding finding(String behavior, String reply) {
        return new Finding(
                new AttemptKey("d", behavior, "direct", "v1", 1),
                "app",
                "do something",
                FunctionalCategory.STANDARD,
                "illegal",
                List.of("a", "b"),
                Probe.HARM,
                List.of(Message.user("do something")),
                List.of(Reply.builder(reply)
                        .toolCall(new ToolCall("order", "{\"n\":1}"))
                        .model(new ModelCall("m", null, 0.5, null, 512, 3L))
                        .usage(new Usage(1, 10L, null))
                        .build()),
                null,
                Verdict.of(Outcome.REFUSED, false, 0.25, "says no", "sure", "1"),
                null,
                NOON,
                Duration.ofMillis(120),
                1,
                new Usage(1, 10L, null),
                Usage.NONE,
                null);
    }
}
