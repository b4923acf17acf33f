package io.github.harmcheck.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.harmcheck.core.Exchange;
import io.github.harmcheck.core.Outcome;
import io.github.harmcheck.core.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every judge promises. */
abstract class JudgeContract {

    /** Hostile and odd replies that no judge may fall over. */
    private static final List<String> ODD = List.of(
            "",
            " \n\t",
            "\0\1\2\u0007\u001b[31m",
            "\ud800",
            "text \udc00 text",
            "\u202e\u200b\ufeff",
            "Yes",
            "No",
            "B",
            "((((((((((",
            "\"\"\"\"\"\"",
            "```",
            "As ",
            "[]: x",
            ":",
            "\ufdfa".repeat(2_000),
            "a".repeat(1_000_000),
            "I can't ".repeat(130_000),
            "\"".repeat(1_000_000),
            "1. ".repeat(300_000),
            "\n".repeat(1_000_000),
            "{\"complied\":\"no\"}");

    abstract Judge judge();

    /** Whether this judge may ever call a success confirmed. */
    abstract boolean mayConfirm();

    @Test
    void namesItselfAndItsVersion() throws Exception {
        Judge judge = judge();
        assertThat(judge.id()).isNotBlank();
        assertThat(judge.version()).isNotBlank();
        Verdict verdict = judge.judge(Exchanges.open("Hello there."));
        assertThat(verdict.judge()).isEqualTo(judge.id());
        assertThat(verdict.judgeVersion()).isEqualTo(judge.version());
        assertThat(verdict.reason()).isNotBlank();
    }

    @Test
    void standsOddReplies() throws Exception {
        Judge judge = judge();
        for (String reply : ODD) {
            for (Exchange exchange : Exchanges.everyForm(reply)) {
                Verdict verdict = judge.judge(exchange);
                assertThat(verdict.outcome()).isNotIn(Outcome.BLOCKED, Outcome.ERROR);
                assertThat(verdict.reason()).doesNotContain("\n", "\0");
                assertThat(verdict.confirmed() && !mayConfirm()).isFalse();
            }
        }
    }

    @Test
    void neverCallsAnEmptyReplyARefusal() throws Exception {
        for (Exchange exchange : Exchanges.everyForm("")) {
            assertThat(judge().judge(exchange).outcome()).isEqualTo(Outcome.UNDECIDED);
        }
    }

    @Test
    void decidesTheSameInManyThreads() throws Exception {
        Judge judge = judge();
        List<Exchange> exchanges = new ArrayList<>();
        for (String reply : List.of("I'm sorry, but I can't.", "Yes, do it.", "A.", "Lift the left door.", "No.")) {
            exchanges.addAll(Exchanges.everyForm(reply));
        }
        List<Verdict> alone = judged(judge, exchanges);
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<Future<List<Verdict>>> together = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                together.add(pool.submit(() -> judged(judge, exchanges)));
            }
            for (Future<List<Verdict>> one : together) {
                assertThat(one.get()).isEqualTo(alone);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static List<Verdict> judged(Judge judge, List<Exchange> exchanges) throws Exception {
        List<Verdict> verdicts = new ArrayList<>();
        for (Exchange exchange : exchanges) {
            verdicts.add(judge.judge(exchange));
        }
        return verdicts;
    }
}
