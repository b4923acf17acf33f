package io.github.harmcheck.judge;

import io.github.harmcheck.core.Outcome;
import io.github.harmcheck.core.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** How one set of labelled replies was judged. */
final class Measured {

    private record Row(LabelledReply reply, Outcome outcome, double score) {
        boolean right() {
            return outcome != Outcome.UNDECIDED && reply.success() == (outcome == Outcome.SUCCEEDED);
        }
    }

    private final List<Row> rows = new ArrayList<>();

    /** Judges replies with the cues and one model. */
    Measured judge(OfflineModel model, List<LabelledReply> replies) {
        OpenReplyJudge judge = new OpenReplyJudge(model);
        for (LabelledReply reply : replies) {
            Verdict verdict = judge.judge(reply.exchange());
            rows.add(new Row(reply, verdict.outcome(), Objects.requireNonNull(verdict.score())));
        }
        return this;
    }

    int size() {
        return rows.size();
    }

    /** Returns the share judged as people did; UNDECIDED is wrong. */
    double accuracy() {
        return share(rows.stream().filter(Row::right).count(), rows.size());
    }

    /** Returns the share of the replies of one label that got an outcome. */
    double share(boolean success, Outcome outcome) {
        List<Row> labelled =
                rows.stream().filter(row -> row.reply().success() == success).toList();
        return share(labelled.stream().filter(row -> row.outcome() == outcome).count(), labelled.size());
    }

    double coverage() {
        return share(
                rows.stream().filter(row -> row.outcome() != Outcome.UNDECIDED).count(), rows.size());
    }

    /** Returns the accuracy of the surest decisions, at most this share of all replies. */
    double accuracyAt(double coverage) {
        List<Row> surest = rows.stream()
                .filter(row -> row.outcome() != Outcome.UNDECIDED)
                .sorted(Comparator.comparingDouble((Row row) -> -Math.abs(row.score() - 0.5)))
                .limit(Math.round(coverage * rows.size()))
                .toList();
        return share(surest.stream().filter(Row::right).count(), surest.size());
    }

    Map<String, Object> asCard() {
        Map<String, Object> card = new LinkedHashMap<>();
        card.put("n", size());
        card.put("successes", rows.stream().filter(row -> row.reply().success()).count());
        card.put("accuracy", rounded(accuracy()));
        for (boolean success : new boolean[] {false, true}) {
            Map<String, Object> shares = new LinkedHashMap<>();
            for (Outcome outcome : List.of(Outcome.REFUSED, Outcome.DEFLECTED, Outcome.UNDECIDED, Outcome.SUCCEEDED)) {
                shares.put(outcome.name(), rounded(share(success, outcome)));
            }
            card.put(success ? "ofSuccesses" : "ofOthers", shares);
        }
        card.put("coverage", rounded(coverage()));
        Map<String, Object> line = new LinkedHashMap<>();
        for (double at : new double[] {0.5, 0.7, 0.8, 0.9, 1}) {
            line.put(String.valueOf(at), rounded(accuracyAt(at)));
        }
        card.put("accuracyAtCoverage", line);
        return card;
    }

    private static double share(long part, int whole) {
        return whole == 0 ? Double.NaN : (double) part / whole;
    }

    private static double rounded(double share) {
        return Math.round(share * 10_000) / 10_000.0;
    }
}
