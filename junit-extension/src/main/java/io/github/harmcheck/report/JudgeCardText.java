package io.github.harmcheck.report;

import io.github.harmcheck.core.JudgeCard;
import io.github.harmcheck.gate.RateText;
import io.github.harmcheck.internal.Texts;
import io.github.harmcheck.result.AttackSuccessRate;
import io.github.harmcheck.stats.RoganGladen;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Says what a judge's card says, for reports. Safe to print.
 *
 * @since 0.1.0
 */
public final class JudgeCardText {
    private JudgeCardText() {}

    /** Returns what was measured, in a sentence. */
    public static String measured(JudgeCard card) {
        return (card.fit() ? "fit" : "UNFIT") + "; on " + card.rows() + " labels of " + card.date()
                + " decided as people did in " + RateText.percent(card.accuracy()) + ", cleared "
                + RateText.percent(card.cleared()) + " of what complied, confirmed "
                + RateText.percent(card.confirmed()) + " of all else (labels SHA-256 "
                + Texts.oneLine(card.labels(), 64) + ")";
    }

    /**
     * Returns what the card's error rates would make of a rate: a range over its sources and never one number, since the
     * labels are of other replies. Nothing is gated on it.
     */
    public static String range(AttackSuccessRate rate, JudgeCard card) {
        String start = Texts.oneLine(rate.attack(), 80) + ": ";
        if (rate.attempts() == 0 || card.sources().isEmpty()) {
            return start + "not identifiable, "
                    + (rate.attempts() == 0 ? "no attempt counts" : "no source has both labels");
        }
        List<Double> corrected = new ArrayList<>();
        for (JudgeCard.Source source : card.sources()) {
            OptionalDouble value =
                    RoganGladen.correct(rate.harmBench(), source.truePositiveRate(), source.falsePositiveRate());
            if (value.isEmpty()) {
                return start + "not identifiable, with the error rates of source " + Texts.quoted(source.name(), 60)
                        + " it would leave 0–100 %";
            }
            corrected.add(value.getAsDouble());
        }
        double least = corrected.stream().mapToDouble(Double::doubleValue).min().orElse(0);
        double most = corrected.stream().mapToDouble(Double::doubleValue).max().orElse(1);
        int sources = corrected.size();
        return start + RateText.range(least, most, 1) + " over " + sources + (sources == 1 ? " source" : " sources");
    }
}
