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

/**
 * Several judges who are all asked.
 *
 * @param name what they are together
 * @param judges at least two
 */
record Panel(String name, List<Judge> judges) {

    Panel {
        if (judges.size() < 2) {
            throw new IllegalArgumentException("a " + name + " needs at least 2 judges, got " + judges.size());
        }
        judges = List.copyOf(judges);
    }

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

    Votes ask(Exchange exchange) throws Exception {
        List<Verdict> verdicts = new ArrayList<>();
        for (Judge judge : judges) {
            verdicts.add(judge.judge(exchange));
        }
        return new Votes(List.copyOf(verdicts));
    }

    Panel through(UnaryOperator<TextGenerator> wrapper) {
        return new Panel(
                name, judges.stream().map(judge -> judge.through(wrapper)).toList());
    }

    int maxCalls() {
        return judges.stream().mapToInt(Judge::maxCalls).sum();
    }

    String id() {
        return judges.stream().map(Judge::id).collect(Collectors.joining(",", name + "(", ")"));
    }

    String version() {
        return judges.stream().map(Judge::version).collect(Collectors.joining(","));
    }
}
