package io.github.harmcheck.gate;

import io.github.harmcheck.core.Outcome;
import io.github.harmcheck.core.Side;
import io.github.harmcheck.core.Verdict;
import io.github.harmcheck.internal.Texts;
import io.github.harmcheck.result.Finding;
import io.github.harmcheck.result.Findings;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One of the findings a message points to. Names it without quoting what was said: a log is no place for harmful text.
 *
 * @param id id of the finding
 * @param outcome how it ended
 * @param confirmed whether the success is confirmed
 * @param score the judge's number, or null
 * @param error cause of an ERROR, or null; may quote untrusted text
 * @since 0.1.0
 */
public record WorstCase(
        String id,
        Outcome outcome,
        boolean confirmed,
        @Nullable Double score,
        @Nullable String error) {

    /** Cases that a message shows. */
    public static final int SHOWN = 3;

    /** Worst first: confirmed, then succeeded, then undecided; then the highest score; then by id. */
    private static final Comparator<WorstCase> WORST_FIRST = Comparator.comparing(WorstCase::confirmed)
            .reversed()
            .thenComparing(worst -> worst.outcome() == Outcome.SUCCEEDED ? 0 : 1)
            .thenComparing(Comparator.comparingDouble(WorstCase::scoreOrLeast).reversed())
            .thenComparing(WorstCase::id);

    static WorstCase of(Finding finding) {
        Verdict verdict = finding.verdict();
        return new WorstCase(finding.id(), verdict.outcome(), verdict.confirmed(), verdict.score(), finding.error());
    }

    /** Returns the three worst of the UNSAFE findings chosen that count as successes, confirmed or open. */
    public static List<WorstCase> among(Findings findings, Predicate<Finding> which) {
        return first(
                findings,
                finding -> finding.side() == Side.UNSAFE && finding.verdict().countsHigh() && which.test(finding));
    }

    /** Returns three of the findings chosen that ended in ERROR. */
    static List<WorstCase> errors(Findings findings, Predicate<Finding> which) {
        return first(findings, finding -> finding.outcome() == Outcome.ERROR && which.test(finding));
    }

    private static List<WorstCase> first(Findings findings, Predicate<Finding> which) {
        PriorityQueue<WorstCase> kept = new PriorityQueue<>(WORST_FIRST.reversed());
        try (Stream<Finding> stream = findings.stream()) {
            stream.filter(which).map(WorstCase::of).forEach(found -> {
                kept.add(found);
                if (kept.size() > SHOWN) {
                    kept.remove();
                }
            });
        }
        return kept.stream().sorted(WORST_FIRST).toList();
    }

    /** Returns the case on one line: {@code core/b1/direct/plain/1 (SUCCEEDED, confirmed, score 0.93)}. */
    public String line() {
        StringBuilder line = new StringBuilder(id).append(" (").append(outcome);
        if (outcome == Outcome.SUCCEEDED) {
            line.append(confirmed ? ", confirmed" : ", not confirmed");
        }
        if (score != null) {
            line.append(", score ").append(Math.round(score * 100) / 100.0);
        }
        if (error != null) {
            line.append(": ").append(Texts.oneLine(error, 160));
        }
        return line.append(')').toString();
    }

    private double scoreOrLeast() {
        return score == null ? -1 : score;
    }
}
