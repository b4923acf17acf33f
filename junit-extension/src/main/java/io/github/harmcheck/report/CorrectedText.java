package io.github.harmcheck.report;

import io.github.harmcheck.gate.RateText;
import io.github.harmcheck.internal.Texts;
import io.github.harmcheck.result.audit.CorrectedRate;

/**
 * Writes corrected rates, never without what they rest on.
 *
 * @since 0.1.0
 */
public final class CorrectedText {
    private CorrectedText() {}

    /** Returns a rate for a table: {@code corrected 7.1 % (95 % CI 3.2–13 %, 60 labels)}. */
    public static String cell(CorrectedRate rate) {
        return "corrected " + RateText.percent(rate.rate()) + " (95 % CI " + RateText.interval(rate.interval()) + ", "
                + rate.labels() + (rate.labels() == 1 ? " label)" : " labels)");
    }

    /** Returns a rate for a log: {@code direct: ASR corrected 7.1 % (95 % CI 3.2–13 %, 60 labels), not gated}. */
    public static String line(CorrectedRate rate) {
        return Texts.oneLine(rate.attack(), 80) + ": ASR " + cell(rate) + " by people's labels, not gated";
    }
}
