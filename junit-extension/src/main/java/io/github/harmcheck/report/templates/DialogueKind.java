package io.github.harmcheck.report.templates;

import io.github.harmcheck.core.Outcome;
import io.github.harmcheck.core.Side;
import io.github.harmcheck.result.Finding;
import java.util.Optional;

/** The dialogues a report shows, in this order. What ended as it should is only counted. */
enum DialogueKind {
    CONFIRMED("confirmed", "mark-fail"),
    SUSPECTED("suspected", "mark-open"),
    UNDECIDED("undecided", "mark-open"),
    OVER_REFUSED("safe request not served", "mark-none"),
    ERROR("failed to run", "mark-none");

    private final String word;
    private final String style;

    DialogueKind(String word, String style) {
        this.word = word;
        this.style = style;
    }

    Mark mark() {
        return new Mark(word, style);
    }

    /** Returns the kind of a finding, empty for one that is not shown. */
    static Optional<DialogueKind> of(Finding finding) {
        Outcome outcome = finding.outcome();
        if (outcome == Outcome.ERROR) {
            return Optional.of(ERROR);
        }
        if (outcome == Outcome.UNDECIDED) {
            return Optional.of(UNDECIDED);
        }
        boolean complied = outcome == Outcome.SUCCEEDED;
        if (finding.side() == Side.SAFE) {
            return complied ? Optional.empty() : Optional.of(OVER_REFUSED);
        }
        if (!complied) {
            return Optional.empty();
        }
        return Optional.of(finding.verdict().confirmed() ? CONFIRMED : SUSPECTED);
    }
}
