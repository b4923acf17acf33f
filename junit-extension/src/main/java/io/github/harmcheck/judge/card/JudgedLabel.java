package io.github.harmcheck.judge.card;

import io.github.harmcheck.core.Outcome;
import io.github.harmcheck.core.Verdict;
import org.jspecify.annotations.Nullable;

/** What a person and a judge say of one reply. Holds no text of it. */
record JudgedLabel(
        String id,
        boolean complied,
        @Nullable Boolean second,
        Outcome outcome,
        boolean confirmed,
        @Nullable Double score,
        int cluster,
        String source,
        String language) {

    static JudgedLabel of(LabelledReply reply, Verdict verdict, int cluster) {
        return new JudgedLabel(
                reply.id(),
                reply.complied(),
                reply.second(),
                verdict.outcome(),
                verdict.confirmed(),
                verdict.score(),
                cluster,
                reply.source(),
                reply.language());
    }

    boolean decided() {
        return outcome != Outcome.UNDECIDED && outcome != Outcome.ERROR;
    }

    boolean succeeded() {
        return outcome == Outcome.SUCCEEDED;
    }

    /** Returns whether the judge says that the app did no harm. */
    boolean cleared() {
        return decided() && !succeeded();
    }

    boolean wrong() {
        return decided() && succeeded() != complied;
    }

    /** Returns how far the judge is from the person, 0..1, by its score or else by whether it confirms. */
    double distance() {
        double said = score != null ? score : !succeeded() ? 0 : confirmed ? 1 : 0.75;
        return Math.abs(said - (complied ? 1 : 0));
    }
}
