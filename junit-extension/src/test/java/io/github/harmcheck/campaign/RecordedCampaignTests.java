package io.github.harmcheck.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import io.github.harmcheck.core.Exchange;
import io.github.harmcheck.core.Outcome;
import io.github.harmcheck.core.Usage;
import io.github.harmcheck.core.Verdict;
import io.github.harmcheck.gate.GateChecker;
import io.github.harmcheck.gate.GateStatus;
import io.github.harmcheck.judge.Judge;
import io.github.harmcheck.judge.Judges;
import io.github.harmcheck.langchain4j.LangChain4j;
import io.github.harmcheck.llm.TextGenerator;
import io.github.harmcheck.recording.RecordMode;
import io.github.harmcheck.recording.StaleRecordings;
import io.github.harmcheck.result.CampaignEnd;
import io.github.harmcheck.result.CampaignResult;
import io.github.harmcheck.result.Finding;
import io.github.harmcheck.result.Limits;
import io.github.harmcheck.result.io.JournalReader;
import io.github.harmcheck.target.Target;
import io.github.harmcheck.target.Targets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Campaigns that record and replay: what a replay proves, and when it proves nothing. */
@SuppressWarnings("try") // scopes are closed, never asked
class RecordedCampaignTests {
    @TempDir
    Path folder;

    private final AtomicInteger calls = new AtomicInteger();

    /** Refuses, and counts that it was called. */
    private final ChatModel model = new ChatModel() {
        @Override
        public ChatResponse doChat(ChatRequest request) {
            calls.incrementAndGet();
            return ChatResponse.builder()
                    .aiMessage(AiMessage.from("I cannot help with that."))
                    .build();
        }
    };

    private Campaign.Builder campaign(Target target, RecordMode mode) {
        Map<String, String> properties = Map.of(
                "harmcheck.mode", mode.name().toLowerCase(Locale.ROOT),
                "harmcheck.output", folder.resolve("out").toString(),
                "harmcheck.reviews", folder.resolve("reviews.jsonl").toString(),
                "harmcheck.recordings", folder.resolve("recordings").toString());
        return Campaign.against(target)
                .settings(Settings.of(properties::get, name -> null))
                .behaviors(Campaigns.dataset(10))
                .limits(new Limits(0.5, 1.0, 1, 0, Limits.Bound.POINT));
    }

    private Target app(String systemMessage) {
        return LangChain4j.target(model, systemMessage);
    }

    private static List<Finding> findings(CampaignResult result) {
        try (Stream<Finding> findings = result.findings().stream()) {
            return findings.toList();
        }
    }

    @Test
    void aReplayOfTheSameAppPassesWithoutACall() throws Exception {
        campaign(app("Be careful."), RecordMode.RECORD).trials(2).run();
        assertThat(calls).hasValue(20);

        CampaignResult replayed =
                campaign(app("Be careful."), RecordMode.REPLAY).trials(2).run();

        assertThat(calls).hasValue(20);
        assertThat(GateChecker.check(replayed).status()).isEqualTo(GateStatus.PASS);
        assertThat(replayed.header().run().mode()).isEqualTo("replay");
        assertThat(findings(replayed))
                .hasSize(20)
                .allMatch(finding -> finding.outcome() == Outcome.REFUSED)
                .as("what was played costs no call")
                .allMatch(finding -> finding.targetUsage().calls() == 0);
    }

    @Test
    void aChangedSystemMessageIsInconclusiveHoweverManyErrorsAreAllowed() throws Exception {
        campaign(app("Be careful."), RecordMode.RECORD).run();

        CampaignResult replayed =
                campaign(app("Be careless."), RecordMode.REPLAY).run();

        assertThat(calls).hasValue(10);
        assertThat(findings(replayed)).allMatch(finding -> finding.outcome() == Outcome.ERROR);
        assertThat(replayed.end()).hasValueSatisfying(end -> {
            assertThat(end.status()).isEqualTo(CampaignEnd.Status.STOPPED);
            assertThat(end.reason())
                    .contains("harmcheck.mode = replay: 10 requests were not answered")
                    .contains("numbers/b")
                    .contains("the system message changed: \"Be careful.\" was recorded, now it is \"Be careless.\"");
        });
        assertThat(GateChecker.check(replayed).status()).isEqualTo(GateStatus.INCONCLUSIVE);
    }

    /** The usual way to lose a miss: the app catches everything and answers politely. */
    @Test
    void aMissThatTheAppSwallowsIsAnErrorAndNotAVerdictOnItsFallback() throws Exception {
        ChatModel recording = LangChain4j.recording(model);
        campaign(Targets.of(request -> polite(recording, request)), RecordMode.RECORD)
                .run();

        CampaignResult replayed = campaign(
                        Targets.of(request -> polite(recording, request.replace("request 3", "request three"))),
                        RecordMode.REPLAY)
                .run();

        List<Finding> missed = findings(replayed).stream()
                .filter(finding -> finding.outcome() != Outcome.REFUSED)
                .toList();
        assertThat(missed).singleElement().satisfies(finding -> {
            assertThat(finding.key().behavior()).isEqualTo("b3");
            assertThat(finding.outcome()).isEqualTo(Outcome.ERROR);
            assertThat(finding.error()).contains("numbers/b3/direct/", "message 1 (user) changed");
        });
        assertThat(GateChecker.check(replayed).status()).isEqualTo(GateStatus.INCONCLUSIVE);
    }

    private static String polite(ChatModel model, String request) {
        try {
            return model.chat(request);
        } catch (RuntimeException e) {
            return "I cannot help with that, try again later.";
        }
    }

    @Test
    void autoCallsOnlyWhatIsMissing() throws Exception {
        campaign(app("Be careful."), RecordMode.RECORD).run();
        CampaignResult more =
                campaign(app("Be careful."), RecordMode.AUTO).trials(2).run();

        assertThat(calls).hasValue(20);
        assertThat(more.end())
                .hasValueSatisfying(end -> assertThat(end.status()).isEqualTo(CampaignEnd.Status.FINISHED));
        campaign(app("Be careful."), RecordMode.REPLAY).trials(2).run();
        assertThat(calls).hasValue(20);
    }

    @Test
    void anAppThatCallsItsModelPastTheRecordingsProvesNothing() throws Exception {
        assertThat(LangChain4j.recording(model))
                .as("some model of this JVM is recorded")
                .isNotNull();

        CampaignResult replayed =
                campaign(Targets.of(request -> "No."), RecordMode.REPLAY).run();

        assertThat(replayed.end())
                .hasValueSatisfying(
                        end -> assertThat(end.reason()).contains("no reply of this replay came from a recording"));
        assertThat(GateChecker.check(replayed).status()).isEqualTo(GateStatus.INCONCLUSIVE);
    }

    @Test
    void anOpaqueAppIsReplayedWithItsFingerprintOnly() throws Exception {
        Path prompt = folder.resolve("prompt.txt");
        Files.writeString(prompt, "Be careful.");
        campaign(opaque(), RecordMode.RECORD).run();
        assertThat(calls).hasValue(10);

        CampaignResult replayed = campaign(opaque(), RecordMode.REPLAY).run();
        assertThat(calls).hasValue(10);
        assertThat(GateChecker.check(replayed).status()).isEqualTo(GateStatus.PASS);

        Files.writeString(prompt, "Be careless.");
        CampaignResult changed = campaign(opaque(), RecordMode.REPLAY).run();
        assertThat(calls).hasValue(10);
        assertThat(changed.end())
                .hasValueSatisfying(end -> assertThat(end.reason()).contains("numbers/b", "fingerprint changed"));
        assertThat(GateChecker.check(changed).status()).isEqualTo(GateStatus.INCONCLUSIVE);
    }

    private Target opaque() {
        String glob = Path.of("").toAbsolutePath().relativize(folder).toString().replace('\\', '/') + "/*.txt";
        return Targets.fingerprinted(
                Targets.of(request -> {
                    calls.incrementAndGet();
                    return "I cannot help with that.";
                }),
                glob);
    }

    @Test
    void aVerdictThatCostCallsIsPaidOnce() throws Exception {
        AtomicInteger judged = new AtomicInteger();
        campaign(app("x"), RecordMode.RECORD).judge(costly(judged)).run();
        int paid = judged.get();
        assertThat(paid).as("one reply text, ten behaviors").isEqualTo(10);

        CampaignResult replayed =
                campaign(app("x"), RecordMode.REPLAY).judge(costly(judged)).run();

        assertThat(judged).hasValue(paid);
        assertThat(GateChecker.check(replayed).status()).isEqualTo(GateStatus.PASS);
        assertThat(findings(replayed))
                .allMatch(finding -> finding.verdict().usage().equals(Usage.NONE))
                .allMatch(finding -> finding.verdict().reason().equals("paid for"));
    }

    @Test
    void inALiveCampaignEqualTextsAreJudgedOnce() throws Exception {
        AtomicInteger judged = new AtomicInteger();
        CampaignResult result = campaign(app("x"), RecordMode.LIVE)
                .trials(3)
                .concurrency(1)
                .judge(costly(judged))
                .run();

        assertThat(judged.get()).isBetween(10, 14);
        assertThat(findings(result)).hasSize(30);
        assertThat(folder.resolve("recordings")).doesNotExist();
    }

    @Test
    void aJudgeThatWouldCallInAReplayIsAMiss() throws Exception {
        campaign(app("x"), RecordMode.RECORD).run();
        AtomicInteger judged = new AtomicInteger();

        CampaignResult replayed = campaign(app("x"), RecordMode.REPLAY)
                .concurrency(1)
                .judge(costly(judged))
                .run();

        assertThat(judged.get()).as("found out at once").isBetween(1, 6);
        assertThat(GateChecker.check(replayed).status()).isEqualTo(GateStatus.INCONCLUSIVE);
        assertThat(findings(replayed))
                .allMatch(finding -> finding.outcome() == Outcome.ERROR)
                .allSatisfy(finding -> assertThat(finding.error()).contains("has no recorded verdict"));
    }

    private static Judge costly(AtomicInteger judged) {
        return new Judge() {
            @Override
            public Verdict judge(Exchange exchange) {
                judged.incrementAndGet();
                return new Verdict(Outcome.REFUSED, false, 0.0, "paid for", id(), version(), new Usage(1, 100L, 5L));
            }

            @Override
            public String id() {
                return "costly";
            }
        };
    }

    /** A model judge over langchain4j is recorded by itself; what its verdict says need not lie there twice. */
    @Test
    void aModelJudgeIsReplayedAndItsVerdictIsOneFile() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        campaign(app("x"), RecordMode.RECORD)
                .judge(llmJudge(asked, "{\"complied\":\"no\",\"refused\":true,\"reason\":\"r\"}"))
                .run();
        assertThat(asked).hasValue(10);
        assertThat(kinds("chat")).isEqualTo(10);
        assertThat(kinds("verdict")).isEqualTo(10);

        CampaignResult replayed = campaign(app("x"), RecordMode.REPLAY)
                .judge(llmJudge(asked, "unused"))
                .run();
        assertThat(asked).hasValue(10);
        assertThat(GateChecker.check(replayed).status()).isEqualTo(GateStatus.PASS);
    }

    /** An answer the judge could not read may be read next time, so it is no verdict; the replay shows it all the same. */
    @Test
    void aJudgeThatFailedIsAskedAgainAndReplaysAsItWas() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        campaign(app("x"), RecordMode.RECORD).judge(llmJudge(asked, "hm")).run();
        assertThat(asked).hasValue(20);
        assertThat(kinds("verdict")).isZero();

        CampaignResult replayed = campaign(app("x"), RecordMode.REPLAY)
                .judge(llmJudge(asked, "unused"))
                .run();
        assertThat(asked).hasValue(20);
        assertThat(findings(replayed))
                .allMatch(finding -> finding.outcome() == Outcome.UNDECIDED)
                .allMatch(finding -> finding.verdict().usage().calls() == 0);
        assertThat(replayed.end().orElseThrow().status()).isEqualTo(CampaignEnd.Status.FINISHED);
    }

    private static Judge llmJudge(AtomicInteger asked, String answer) {
        TextGenerator generator = LangChain4j.generator(new ChatModel() {
            @Override
            public ChatResponse doChat(ChatRequest request) {
                asked.incrementAndGet();
                return ChatResponse.builder().aiMessage(AiMessage.from(answer)).build();
            }
        });
        return Judges.llm(generator);
    }

    private long kinds(String kind) throws Exception {
        try (Stream<Path> files = Files.walk(folder.resolve("recordings"))) {
            long count = 0;
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                if (Files.readString(file).contains("\"kind\" : \"" + kind + "\"")) {
                    count++;
                }
            }
            return count;
        }
    }

    @Test
    void whatNoRunUsedIsStale() throws Exception {
        campaign(app("old"), RecordMode.RECORD).run();
        campaign(app("new"), RecordMode.RECORD).run();
        CampaignResult replayed = campaign(app("new"), RecordMode.REPLAY).run();
        Path findings = folder.resolve("out").resolve("findings");
        Path journal = findings.resolve(replayed.header().runId() + ".jsonl");

        StaleRecordings stale = StaleRecordings.find(folder.resolve("recordings"), List.of(journal));
        assertThat(stale.all()).isEqualTo(20);
        assertThat(stale.stale())
                .hasSize(10)
                .allSatisfy(file -> assertThat(file).content().contains("\"old\""));
        assertThat(stale.unlisted()).isEmpty();
        stale.delete();

        campaign(app("new"), RecordMode.REPLAY).run();
        assertThat(StaleRecordings.find(folder.resolve("recordings"), JournalReader.journals(findings))
                        .stale())
                .isEmpty();
        assertThat(StaleRecordings.find(folder.resolve("recordings"), List.of(findings.resolve("unknown.jsonl")))
                        .unlisted())
                .hasSize(1);
    }

    @Test
    void aRecordingThatCannotBeWrittenIsNoQuietLoss() throws Exception {
        Files.writeString(folder.resolve("recordings"), "a file where a folder should be");

        CampaignResult result = campaign(app("x"), RecordMode.RECORD).run();

        assertThat(result.end())
                .hasValueSatisfying(end -> assertThat(end.reason()).contains("answers could not be recorded in"));
    }

    @Test
    void anAttackersModelIsReplayedToo() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        TextGenerator attacker = request ->
                new TextGenerator.Generation("please " + asked.incrementAndGet(), null, new Usage(1, null, null));
        assertThatThrownBy(() -> generate(attacker, RecordMode.REPLAY)).hasMessageContaining("nothing is recorded");
        assertThat(generate(attacker, RecordMode.RECORD)).isEqualTo("please 1");
        assertThat(generate(attacker, RecordMode.REPLAY)).isEqualTo("please 1");
        assertThat(asked).hasValue(1);
    }

    private String generate(TextGenerator attacker, RecordMode mode) throws Exception {
        var run = io.github.harmcheck.recording.RecordingRun.of(mode, folder.resolve("recordings"));
        try (var scope = run.enter(new io.github.harmcheck.core.AttemptKey("d", "b", "pair", "v", 1))) {
            return run.attacker(attacker)
                    .generate(new TextGenerator.Request(
                            List.of(io.github.harmcheck.core.Message.user("write")), 1.0, 10, null))
                    .text();
        }
    }
}
