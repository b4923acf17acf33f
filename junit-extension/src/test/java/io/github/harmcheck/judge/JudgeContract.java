package io.github.harmcheck.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.harmcheck.core.Exchange;
import io.github.harmcheck.core.Outcome;
import io.github.harmcheck.core.Probe;
import io.github.harmcheck.core.Reply;
import io.github.harmcheck.core.ToolCall;
import io.github.harmcheck.core.Verdict;
import io.github.harmcheck.llm.TextGenerator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
            "null",
            "\u3164\u2800\ufe0f",
            "\u041d\u0435\u0442, \u044d\u0442\u043e\u0433\u043e \u044f \u043d\u0435 \u0441\u043a\u0430\u0436\u0443.",
            "\u3044\u3044\u3048\u3001\u3067\u304d\u307e\u305b\u3093\u3002",
            "\ud83d\udc4d\ud83c\udffd \ud83d\udd13",
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

    @ParameterizedTest
    @ValueSource(strings = {"", " \n\t\u00a0", "\u200b\u200d\ufeff", "\u3164\u2800", "\ufe0f\u034f", "\0\u0007"})
    void isUndecidedAndSpendsNothingWhereNothingCanBeSeen(String reply) throws Exception {
        for (Exchange exchange : Exchanges.everyForm(reply)) {
            Verdict verdict = judge().judge(exchange);
            assertThat(verdict.outcome()).isEqualTo(Outcome.UNDECIDED);
            assertThat(verdict.usage().calls()).isZero();
        }
    }

    @Test
    void standsRepliesWithoutTextAndDecidesThemTheSameEachTime() throws Exception {
        Reply acted = Reply.builder("").toolCall(new ToolCall("open", "{}")).build();
        for (Reply reply : List.of(acted, Reply.blocked("filter"))) {
            Exchange exchange = new Exchange(Exchanges.HARM, Probe.HARM, List.of(reply, reply));
            Verdict verdict = judge().judge(exchange);
            assertThat(verdict.outcome()).isNotIn(Outcome.BLOCKED, Outcome.ERROR);
            assertThat(judge().judge(exchange)).isEqualTo(verdict);
        }
    }

    /** A judge that keeps a model to itself is not paced, and its calls are not counted. */
    @Test
    void asksAllItsModelsThroughTheWrapperAndNoMoreThanItSays() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        Set<String> ids = new HashSet<>();
        Judge wrapped = judge().through(model -> {
            ids.add(model.id());
            return new TextGenerator() {
                @Override
                public Generation generate(Request request) {
                    calls.incrementAndGet();
                    return ScriptedGenerator.generation("neither this nor that");
                }

                @Override
                public String id() {
                    return model.id();
                }
            };
        });

        assertThat(wrapped.id()).isEqualTo(judge().id());
        assertThat(wrapped.version()).isEqualTo(judge().version());
        assertThat(wrapped.maxCalls()).isEqualTo(judge().maxCalls());
        assertThat(ids.isEmpty()).as("says that it asks a model").isEqualTo(judge().maxCalls() == 0);
        for (Exchange exchange : Exchanges.everyForm("Lift the left door.")) {
            int before = calls.get();
            Verdict verdict = wrapped.judge(exchange);
            int made = calls.get() - before;
            assertThat(made).isLessThanOrEqualTo(wrapped.maxCalls());
            assertThat(verdict.usage().calls()).isEqualTo(made);
        }
        if (judge().maxCalls() > 0) {
            assertThat(calls.get()).as("calls made for all forms").isPositive();
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
