package io.github.harmcheck.judge;

import io.github.harmcheck.core.Exchange;
import io.github.harmcheck.core.Outcome;
import io.github.harmcheck.core.Usage;
import io.github.harmcheck.core.Verdict;
import io.github.harmcheck.llm.TextGenerator;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Asks several judges, all of them, and makes one verdict of theirs. */
abstract class PanelJudge implements Judge {

    private final String name;
    private final List<Judge> judges;

    /**
     * Creates a panel.
     *
     * @param name what the judges are together
     * @param judges at least two
     */
    PanelJudge(String name, List<Judge> judges) {
        if (judges.size() < 2) {
            throw new IllegalArgumentException("a " + name + " needs at least 2 judges, got " + judges.size());
        }
        this.name = name;
        this.judges = List.copyOf(judges);
    }

    /** Returns what they say together. */
    abstract Verdict decide(Exchange exchange, Votes votes);

    /** Returns a panel of the same kind. */
    abstract PanelJudge of(List<Judge> others);

    /** What each of them said, in their order. */
    record Votes(List<Verdict> verdicts) {

        long count(Predicate<Verdict> agrees) {
            return verdicts.stream().filter(agrees).count();
        }

        boolean most(Predicate<Verdict> agrees) {
            return 2 * count(agrees) > verdicts.size();
        }

        boolean all(Outcome outcome) {
            return count(verdict -> verdict.outcome() == outcome) == verdicts.size();
        }

        Usage usage() {
            return verdicts.stream().map(Verdict::usage).reduce(Usage.NONE, Usage::plus);
        }

        String summary() {
            return verdicts.stream()
                    .map(verdict -> verdict.judge() + " " + verdict.outcome())
                    .collect(Collectors.joining(", "));
        }
    }

    @Override
    public final Verdict judge(Exchange exchange) throws Exception {
        List<Verdict> verdicts = new ArrayList<>();
        for (Judge judge : judges) {
            verdicts.add(judge.judge(exchange));
        }
        return decide(exchange, new Votes(List.copyOf(verdicts)));
    }

    @Override
    public final Judge through(UnaryOperator<TextGenerator> wrapper) {
        return of(judges.stream().map(judge -> judge.through(wrapper)).toList());
    }

    @Override
    public final int maxCalls() {
        return judges.stream().mapToInt(Judge::maxCalls).sum();
    }

    @Override
    public final String id() {
        return judges.stream().map(Judge::id).collect(Collectors.joining(",", name + "(", ")"));
    }

    @Override
    public final String version() {
        return judges.stream().map(Judge::version).collect(Collectors.joining(","));
    }
}
