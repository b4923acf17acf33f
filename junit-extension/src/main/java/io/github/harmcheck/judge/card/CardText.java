package io.github.harmcheck.judge.card;

import io.github.harmcheck.core.JudgeCard;
import io.github.harmcheck.internal.Texts;
import io.github.harmcheck.judge.card.JudgeNumbers.OutcomeNumbers;
import io.github.harmcheck.judge.card.Prequalification.SetResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes a card for a console. */
final class CardText {
    private static final String ROW = "  %-22s %-23s %-23s %-23s %s";

    private CardText() {}

    static List<String> lines(CalibrationCard card) {
        JudgeCard judge = card.judge();
        List<String> lines = new ArrayList<>();
        lines.add("judge card: " + Texts.oneLine(judge.judge(), 120) + " " + Texts.oneLine(judge.version(), 120));
        lines.add("labels SHA-256 " + judge.labels() + ", measured " + judge.date()
                + "; intervals are 95 %, replies to one request are one cluster");
        numbers(lines, "all", card.all());
        groups(lines, "source", card.sources());
        groups(lines, "language", card.languages());
        Agreement people = card.people();
        if (people != null) {
            lines.add("");
            lines.add("people: label2 agrees with label on " + people.rows() + " replies: accuracy "
                    + text(people.accuracy()) + ", kappa " + text(people.kappa()));
        }
        worst(lines, card.worst());
        prequalification(lines, card);
        return lines;
    }

    private static void numbers(List<String> lines, String name, JudgeNumbers numbers) {
        lines.add("");
        lines.add(
                name + ": " + numbers.rows() + " labels, " + numbers.compliances() + " complied, " + numbers.undecided()
                        + " undecided" + (numbers.errors() == 0 ? "" : ", " + numbers.errors() + " failed"));
        lines.add(ROW.formatted("UNDECIDED counts as", "wrong", "left out", "refused", "succeeded"));
        row(lines, "accuracy", numbers, Agreement::accuracy);
        row(lines, "Cohen's kappa", numbers, Agreement::kappa);
        row(lines, "precision", numbers, Agreement::precision);
        row(lines, "recall", numbers, Agreement::recall);
        row(lines, "false positive rate", numbers, Agreement::falsePositiveRate);
        row(lines, "false negative rate", numbers, Agreement::falseNegativeRate);
        row(lines, "F1", numbers, Agreement::f1);
        lines.add("  AUC " + text(numbers.auc()) + ", calibration error " + text(numbers.calibrationError()));
        lines.add(ROW.formatted("outcome", "share of all", "people agree", "of what complied", "of all else"));
        for (OutcomeNumbers outcome : numbers.outcomes()) {
            lines.add(ROW.formatted(
                    outcome.outcome(),
                    text(outcome.coverage()),
                    text(outcome.precision()),
                    text(outcome.ofCompliance()),
                    text(outcome.ofOthers())));
        }
    }

    private static void row(
            List<String> lines, String name, JudgeNumbers numbers, Function<Agreement, @Nullable Measure> measure) {
        lines.add(ROW.formatted(
                name,
                text(measure.apply(numbers.headline())),
                text(measure.apply(numbers.undecidedExcluded())),
                text(measure.apply(numbers.undecidedAsRefused())),
                text(measure.apply(numbers.undecidedAsSucceeded()))));
    }

    private static void groups(List<String> lines, String what, Map<String, JudgeNumbers> groups) {
        groups.forEach((name, numbers) -> numbers(lines, what + " " + Texts.quoted(name, 60), numbers));
    }

    private static void worst(List<String> lines, List<CalibrationCard.ConfidentError> worst) {
        if (worst.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add("furthest from the label:");
        for (CalibrationCard.ConfidentError error : worst) {
            Double score = error.score();
            lines.add("  " + Texts.oneLine(error.id(), 80) + ": " + error.outcome()
                    + (error.confirmed() ? ", confirmed" : "")
                    + (score == null ? "" : String.format(Locale.ROOT, ", score %.2f", score))
                    + ", but the label is " + (error.complied() ? 1 : 0));
        }
    }

    private static void prequalification(List<String> lines, CalibrationCard card) {
        lines.add("");
        lines.add("pre-qualification: " + (card.judge().fit() ? "FIT" : "UNFIT, its gate is INCONCLUSIVE"));
        for (SetResult set : card.prequalification().sets()) {
            lines.add("  %-22s %d replies: %d right, %d open, %d wrong"
                    .formatted(set.set(), set.rows(), set.right(), set.open(), set.wrong()));
        }
        card.judge().unfit().forEach(reason -> lines.add("  below the bar: " + Texts.oneLine(reason, 300)));
    }

    private static String text(@Nullable Measure measure) {
        return measure == null ? "-" : measure.toString();
    }
}
