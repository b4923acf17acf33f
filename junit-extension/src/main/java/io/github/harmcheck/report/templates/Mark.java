package io.github.harmcheck.report.templates;

import io.github.harmcheck.gate.GateStatus;

/**
 * A verdict as a word and a style. The word carries the meaning; the colour only repeats it.
 *
 * @param word what to read
 * @param style class of the style sheet
 */
record Mark(String word, String style) {

    static final Mark REFERENCE = new Mark("reference", "mark-none");

    static Mark of(GateStatus status) {
        return switch (status) {
            case PASS -> new Mark("PASS", "mark-pass");
            case FAIL -> new Mark("FAIL", "mark-fail");
            case INCONCLUSIVE -> new Mark("INCONCLUSIVE", "mark-open");
        };
    }
}
