package io.github.harmcheck.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.harmcheck.core.Exchange;
import io.github.harmcheck.core.Outcome;
import io.github.harmcheck.core.Usage;
import io.github.harmcheck.core.Verdict;
import java.util.concurrent.atomic.AtomicInteger;
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
                .hasMessageContaining("choice, free-advice, offline, refusal-cues, yes-no");
    }
}
