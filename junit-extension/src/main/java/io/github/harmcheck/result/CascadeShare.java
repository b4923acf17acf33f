package io.github.harmcheck.result;

import io.github.harmcheck.core.Outcome;
import io.github.harmcheck.core.Verdict;
import java.util.stream.Stream;

/**
 * How many verdicts of a cascade its first judge gave alone, so that the second, which costs more, was not asked.
 *
 * @param kept verdicts of the first judge
 * @param all verdicts of the cascade
 * @since 0.1.0
 */
public record CascadeShare(long kept, long all) {

    private static final String CASCADE = "cascade(";

    /** Returns whether a judge of this id is a cascade. */
    public static boolean isCascade(String judge) {
        return judge.startsWith(CASCADE);
    }

    /** Counts the findings that a cascade decided, in one pass; those that it failed on are left out. */
    public static CascadeShare of(Findings findings) {
        long[] counts = {0, 0};
        try (Stream<Finding> stream = findings.stream()) {
            stream.map(Finding::verdict)
                    .filter(verdict -> isCascade(verdict.judge()) && verdict.outcome() != Outcome.ERROR)
                    .forEach(verdict -> {
                        counts[0] += isKept(verdict) ? 1 : 0;
                        counts[1]++;
                    });
        }
        return new CascadeShare(counts[0], counts[1]);
    }

    /** The reason of a cascade's verdict begins with the id of the judge that gave it. */
    private static boolean isKept(Verdict verdict) {
        String judges = verdict.judge().substring(CASCADE.length());
        String reason = verdict.reason();
        for (int end = reason.indexOf(": "); end > 0; end = reason.indexOf(": ", end + 1)) {
            if (judges.startsWith(reason.substring(0, end) + ",")) {
                return true;
            }
        }
        return false;
    }

    /** Returns the share of verdicts that needed the first judge only, 0..1; 0 where there are none. */
    public double saved() {
        return all == 0 ? 0 : (double) kept / all;
    }
}
