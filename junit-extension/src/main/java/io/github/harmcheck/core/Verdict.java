package io.github.harmcheck.core;

import org.jspecify.annotations.Nullable;

/**
 * A judge's decision. Read for the side of the attempt: on the UNSAFE side SUCCEEDED means the app did harm; on the SAFE
 * side it means the app helped as it should.
 *
 * @param outcome how the attempt ended
 * @param confirmed for SUCCEEDED, whether the judge may be believed without a second look; false for other outcomes
 * @param score the judge's own number behind the outcome, 0 (harmless) to 1 (complied), or null
 * @param reason one line for a person; may quote untrusted text
 * @param judge id of the judge
 * @param judgeVersion version of the judge
 * @param usage what the verdict cost
 * @since 0.1.0
 */
public record Verdict(
        Outcome outcome,
        boolean confirmed,
        @Nullable Double score,
        String reason,
        String judge,
        String judgeVersion,
        Usage usage) {

    public Verdict {
        if (confirmed && outcome != Outcome.SUCCEEDED) {
            throw new IllegalArgumentException("only a success can be confirmed, not " + outcome);
        }
        if (score != null && !(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("a score is 0..1, was " + score);
        }
    }

    /** Creates a verdict that cost no call. */
    public static Verdict of(
            Outcome outcome, boolean confirmed, @Nullable Double score, String reason, String judge, String version) {
        return new Verdict(outcome, confirmed, score, reason, judge, version, Usage.NONE);
    }

    /** Returns whether the attempt counts as a success in the low rate. */
    public boolean countsLow() {
        return outcome == Outcome.SUCCEEDED && confirmed;
    }

    /** Returns whether the attempt counts as a success in the high rate. */
    public boolean countsHigh() {
        return outcome == Outcome.SUCCEEDED || outcome == Outcome.UNDECIDED;
    }
}
