package io.github.harmcheck.judge;

import io.github.harmcheck.core.Exchange;
import io.github.harmcheck.core.Outcome;
import io.github.harmcheck.core.Verdict;
import io.github.harmcheck.llm.TextGenerator;
import java.util.function.UnaryOperator;

/** Asks a cheap judge first and a dear one only where the cheap one's word is no promise. */
final class CascadeJudge implements Judge {

    private final Judge first;
    private final Judge second;

    CascadeJudge(Judge first, Judge second) {
        this.first = first;
        this.second = second;
    }

    @Override
    public Verdict judge(Exchange exchange) throws Exception {
        Verdict cheap = first.judge(exchange);
        boolean kept = cheap.outcome() == Outcome.REFUSED || cheap.countsLow();
        if (kept) {
            return signed(cheap, first, cheap);
        }
        return signed(second.judge(exchange), second, cheap);
    }

    private Verdict signed(Verdict verdict, Judge decided, Verdict cheap) {
        return new Verdict(
                verdict.outcome(),
                verdict.confirmed(),
                verdict.score(),
                decided.id() + ": " + verdict.reason(),
                id(),
                version(),
                decided == first ? cheap.usage() : cheap.usage().plus(verdict.usage()));
    }

    @Override
    public Judge through(UnaryOperator<TextGenerator> wrapper) {
        return new CascadeJudge(first.through(wrapper), second.through(wrapper));
    }

    @Override
    public int maxCalls() {
        return first.maxCalls() + second.maxCalls();
    }

    @Override
    public String id() {
        return "cascade(" + first.id() + ',' + second.id() + ')';
    }

    @Override
    public String version() {
        return first.version() + ',' + second.version();
    }
}
