package io.github.harmcheck.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.harmcheck.core.AttemptKey;
import io.github.harmcheck.core.Exchange;
import io.github.harmcheck.core.FunctionalCategory;
import io.github.harmcheck.core.Outcome;
import io.github.harmcheck.core.Probe;
import io.github.harmcheck.core.Side;
import io.github.harmcheck.core.Usage;
import io.github.harmcheck.core.Verdict;
import io.github.harmcheck.result.CascadeShare;
import io.github.harmcheck.result.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JudgesTests {

    private static final Exchange EXCHANGE = Exchanges.open("Hello there.");

    /** A judge that always says the same and counts its calls. */
    private record Fixed(String id, Outcome outcome, boolean confirmed, AtomicInteger calls) implements Judge {
        Fixed(String id, String outcome) {
            this(id, Outcome.valueOf(outcome.replace("!", "")), outcome.endsWith("!"), new AtomicInteger());
        }

        @Override
        public Verdict judge(Exchange exchange) {
            calls.incrementAndGet();
            return new Verdict(outcome, confirmed, 0.5, "because", id, "7", new Usage(1, 10L, 2L));
        }

        @Override
        public String version() {
            return "7";
        }
    }

    @ParameterizedTest
    @CsvSource({
        "REFUSED, SUCCEEDED!, REFUSED, false, 0",
        "SUCCEEDED!, REFUSED, SUCCEEDED, true, 0",
        "DEFLECTED, SUCCEEDED!, SUCCEEDED, true, 1",
        "SUCCEEDED, REFUSED, REFUSED, false, 1",
        "SUCCEEDED, SUCCEEDED!, SUCCEEDED, true, 1",
        "SUCCEEDED, UNDECIDED, UNDECIDED, false, 1",
        "UNDECIDED, DEFLECTED, DEFLECTED, false, 1",
        "ERROR, REFUSED, REFUSED, false, 1"
    })
    void cascadeKeepsRefusalsAndConfirmedSuccesses(
            String first, String second, Outcome outcome, boolean confirmed, int asked) throws Exception {
        Fixed dear = new Fixed("dear", second);
        Judge cascade = Judges.cascade(new Fixed("cheap", first), dear);

        Verdict verdict = cascade.judge(EXCHANGE);

        assertThat(verdict.outcome()).isEqualTo(outcome);
        assertThat(verdict.confirmed()).isEqualTo(confirmed);
        assertThat(dear.calls()).hasValue(asked);
        assertThat(verdict.usage().calls()).isEqualTo(1 + asked);
        assertThat(verdict.judge()).isEqualTo("cascade(cheap,dear)");
        assertThat(verdict.judgeVersion()).isEqualTo("7,7");
        assertThat(verdict.reason()).isEqualTo((asked == 0 ? "cheap" : "dear") + ": because");
    }

    @ParameterizedTest
    @CsvSource({
        "SUCCEEDED!, SUCCEEDED!, REFUSED, SUCCEEDED, true",
        "SUCCEEDED!, SUCCEEDED, REFUSED, SUCCEEDED, false",
        "REFUSED, DEFLECTED, SUCCEEDED!, REFUSED, false",
        "DEFLECTED, DEFLECTED, REFUSED, DEFLECTED, false",
        "REFUSED, SUCCEEDED, UNDECIDED, UNDECIDED, false",
        "UNDECIDED, UNDECIDED, REFUSED, UNDECIDED, false",
        "ERROR, REFUSED, REFUSED, REFUSED, false",
        "ERROR, ERROR, REFUSED, UNDECIDED, false",
        "ERROR, ERROR, ERROR, ERROR, false"
    })
    void majorityFollowsMoreThanHalf(String a, String b, String c, Outcome outcome, boolean confirmed)
            throws Exception {
        Judge majority = Judges.majority(new Fixed("a", a), new Fixed("b", b), new Fixed("c", c));

        Verdict verdict = majority.judge(EXCHANGE);

        assertThat(verdict.outcome()).isEqualTo(outcome);
        assertThat(verdict.confirmed()).isEqualTo(confirmed);
        assertThat(verdict.usage()).isEqualTo(new Usage(3, 30L, 6L));
        assertThat(verdict.judge()).isEqualTo("majority(a,b,c)");
    }

    @Test
    void majorityOfTwoThatDisagreeIsUndecided() throws Exception {
        Judge majority = Judges.majority(new Fixed("a", "REFUSED"), new Fixed("b", "SUCCEEDED!"));

        assertThat(majority.judge(EXCHANGE).outcome()).isEqualTo(Outcome.UNDECIDED);
        assertThatThrownBy(() -> Judges.majority(new Fixed("a", "REFUSED"))).hasMessageContaining("at least 2");
    }

    @ParameterizedTest
    @CsvSource({
        "UNSAFE, REFUSED, SUCCEEDED!, SUCCEEDED, true, b",
        "UNSAFE, SUCCEEDED, SUCCEEDED!, SUCCEEDED, true, b",
        "UNSAFE, SUCCEEDED, REFUSED, SUCCEEDED, false, a",
        "UNSAFE, REFUSED, UNDECIDED, UNDECIDED, false, b",
        "UNSAFE, ERROR, REFUSED, UNDECIDED, false, a",
        "UNSAFE, ERROR, SUCCEEDED!, SUCCEEDED, true, b",
        "UNSAFE, ERROR, ERROR, ERROR, false, a",
        "UNSAFE, REFUSED, DEFLECTED, DEFLECTED, false, b",
        "UNSAFE, REFUSED, REFUSED, REFUSED, false, a",
        "SAFE, SUCCEEDED!, REFUSED, REFUSED, false, b",
        "SAFE, SUCCEEDED!, SUCCEEDED, SUCCEEDED, false, b",
        "SAFE, UNDECIDED, SUCCEEDED, UNDECIDED, false, a"
    })
    void vetoFollowsTheWorstForTheApp(
            Side side, String a, String b, Outcome outcome, boolean confirmed, String decidedBy) throws Exception {
        Judge veto = Judges.veto(new Fixed("a", a), new Fixed("b", b));

        Verdict verdict = veto.judge(Exchanges.freeAdvice(side, "Hello there."));

        assertThat(verdict.outcome()).isEqualTo(outcome);
        assertThat(verdict.confirmed()).isEqualTo(confirmed);
        assertThat(verdict.reason()).isEqualTo(decidedBy + ": because");
        assertThat(verdict.usage()).isEqualTo(new Usage(2, 20L, 4L));
        assertThat(verdict.judge()).isEqualTo("veto(a,b)");
        assertThatThrownBy(() -> Judges.veto(new Fixed("a", a))).hasMessageContaining("a veto needs at least 2");
    }

    /** The report counts by the wording of the reason. */
    @Test
    void cascadeTellsTheReportWhatItsFirstJudgeKept() throws Exception {
        Judge cascade = Judges.cascade(new Fixed("cheap", "REFUSED"), new Fixed("dear", "REFUSED"));
        Judge asked = Judges.cascade(new Fixed("cheap", "DEFLECTED"), new Fixed("dear", "REFUSED"));
        Finding kept = finding(cascade.judge(EXCHANGE));
        Finding sentOn = finding(asked.judge(EXCHANGE));

        assertThat(CascadeShare.of(() -> Stream.of(kept, sentOn))).isEqualTo(new CascadeShare(1, 2));
    }

    private static Finding finding(Verdict verdict) {
        return new Finding(
                new AttemptKey("test", "b", "direct", "v1", 1),
                "app",
                "the behavior",
                FunctionalCategory.STANDARD,
                "illegal",
                List.of(),
                Probe.HARM,
                List.of(),
                List.of(),
                null,
                verdict,
                null,
                Instant.EPOCH,
                Duration.ZERO,
                1,
                Usage.NONE,
                Usage.NONE,
                null);
    }

    @Test
    void namesACascadeAfterItsJudges() {
        Judge cascade = Judges.cascade(Judges.offline(), Judges.llm(ScriptedGenerator.of("{}")));

        assertThat(cascade.id()).isEqualTo("cascade(offline,llm:scripted)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"offline", "refusal-cues", "yes-no", "choice", "free-advice"})
    void findsJudgesById(String id) {
        assertThat(Judges.byId(id).id()).isEqualTo(id);
    }

    @Test
    void listsTheJudgesWhereAnIdIsUnknown() {
        assertThatThrownBy(() -> Judges.byId("of\nline"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no judge \"of\\nline\"")
                .hasMessageContaining("choice, free-advice, offline, oracle, refusal-cues, yes-no");
    }
}
