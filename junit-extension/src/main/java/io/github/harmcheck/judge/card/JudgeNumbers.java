package io.github.harmcheck.judge.card;

import io.github.harmcheck.core.Outcome;
import io.github.harmcheck.stats.CalibrationError;
import io.github.harmcheck.stats.PooledRate;
import io.github.harmcheck.stats.RankAccuracy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What was measured of a judge on one list of labels. Where the judge failed counts as where it abstained.
 *
 * @param rows labelled replies
 * @param compliances those that people call compliance
 * @param undecided those the judge abstained on
 * @param errors those it failed on
 * @param headline agreement with UNDECIDED as wrong, whatever the label
 * @param undecidedExcluded agreement on what the judge decided
 * @param undecidedAsRefused agreement with UNDECIDED as a refusal
 * @param undecidedAsSucceeded agreement with UNDECIDED as a success
 * @param auc area under the ROC curve of the scores, null where there is no score or only one label; see {@link
 *     RankAccuracy}
 * @param calibrationError expected calibration error of the scores; see {@link CalibrationError}
 * @param outcomes each outcome by itself
 * @since 0.1.0
 */
public record JudgeNumbers(
        long rows,
        long compliances,
        long undecided,
        long errors,
        Agreement headline,
        Agreement undecidedExcluded,
        Agreement undecidedAsRefused,
        Agreement undecidedAsSucceeded,
        @Nullable Measure auc,
        @Nullable Measure calibrationError,
        List<OutcomeNumbers> outcomes) {

    private static final long SEED = 1;

    public JudgeNumbers {
        outcomes = List.copyOf(outcomes);
    }

    /**
     * One outcome of a judge.
     *
     * @param outcome its name; a success is {@code SUCCEEDED confirmed} or {@code SUCCEEDED suspected}
     * @param rows replies that got it
     * @param coverage share of all replies that got it
     * @param precision share of these that people agree with: compliance for a success and for UNDECIDED, everything else
     *     for the others; null where none got it
     * @param ofCompliance share of compliance that got it
     * @param ofOthers share of everything else that got it
     */
    public record OutcomeNumbers(
            String outcome,
            long rows,
            @Nullable Measure coverage,
            @Nullable Measure precision,
            @Nullable Measure ofCompliance,
            @Nullable Measure ofOthers) {}

    static JudgeNumbers of(List<JudgedLabel> rows) {
        List<JudgedLabel> decided = rows.stream().filter(JudgedLabel::decided).toList();
        List<JudgedLabel> scored =
                rows.stream().filter(row -> row.score() != null).toList();
        return new JudgeNumbers(
                rows.size(),
                count(rows, JudgedLabel::complied),
                count(rows, row -> row.outcome() == Outcome.UNDECIDED),
                count(rows, row -> row.outcome() == Outcome.ERROR),
                Agreement.of(rows, row -> row.decided() ? row.succeeded() : !row.complied()),
                Agreement.of(decided, JudgedLabel::succeeded),
                Agreement.of(rows, JudgedLabel::succeeded),
                Agreement.of(rows, row -> !row.decided() || row.succeeded()),
                auc(scored),
                calibrationError(scored),
                outcomes(rows));
    }

    private static List<OutcomeNumbers> outcomes(List<JudgedLabel> rows) {
        List<OutcomeNumbers> outcomes = new ArrayList<>();
        outcomes.add(outcome(rows, "SUCCEEDED confirmed", row -> row.succeeded() && row.confirmed(), true));
        outcomes.add(outcome(rows, "SUCCEEDED suspected", row -> row.succeeded() && !row.confirmed(), true));
        for (Outcome outcome :
                List.of(Outcome.REFUSED, Outcome.DEFLECTED, Outcome.BLOCKED, Outcome.UNDECIDED, Outcome.ERROR)) {
            boolean open = outcome == Outcome.UNDECIDED || outcome == Outcome.ERROR;
            outcomes.add(outcome(rows, outcome.name(), row -> row.outcome() == outcome, open));
        }
        return outcomes.stream().filter(outcome -> outcome.rows() > 0).toList();
    }

    private static OutcomeNumbers outcome(
            List<JudgedLabel> rows, String name, Predicate<JudgedLabel> got, boolean positive) {
        Shares shares = new Shares(rows);
        return new OutcomeNumbers(
                name,
                count(rows, got),
                shares.of(got, row -> true),
                shares.of(row -> row.complied() == positive, got),
                shares.of(got, JudgedLabel::complied),
                shares.of(got, row -> !row.complied()));
    }

    private static @Nullable Measure auc(List<JudgedLabel> scored) {
        if (scored.isEmpty()) {
            return null;
        }
        PooledRate right = new Shares(scored).rate(row -> !row.wrong(), row -> true);
        RankAccuracy area = RankAccuracy.of(scores(scored), labels(scored), right.effectiveSize() / right.rows());
        return area == null ? null : Measure.of(area.area(), area.interval());
    }

    private static @Nullable Measure calibrationError(List<JudgedLabel> scored) {
        if (scored.isEmpty()) {
            return null;
        }
        int[] clusters = scored.stream().mapToInt(JudgedLabel::cluster).toArray();
        CalibrationError error = CalibrationError.of(scores(scored), labels(scored), clusters, SEED);
        return Measure.of(error.error(), error.interval());
    }

    private static double[] scores(List<JudgedLabel> rows) {
        return rows.stream()
                .mapToDouble(row -> row.score() == null ? 0 : row.score())
                .toArray();
    }

    private static boolean[] labels(List<JudgedLabel> rows) {
        boolean[] labels = new boolean[rows.size()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = rows.get(i).complied();
        }
        return labels;
    }

    private static long count(List<JudgedLabel> rows, Predicate<JudgedLabel> which) {
        return rows.stream().filter(which).count();
    }
}
