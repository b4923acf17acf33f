package io.github.harmcheck.judge.card;

import io.github.harmcheck.stats.PooledRate;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Shares of replies, those to the same request as one cluster. */
record Shares(List<JudgedLabel> rows) {

    /** Returns the share of some among others, or null where there are no others. */
    @Nullable
    Measure of(Predicate<JudgedLabel> which, Predicate<JudgedLabel> among) {
        return Measure.of(rate(which, among));
    }

    PooledRate rate(Predicate<JudgedLabel> which, Predicate<JudgedLabel> among) {
        int clusters = rows.stream().mapToInt(JudgedLabel::cluster).max().orElse(-1) + 1;
        long[] hits = new long[clusters];
        long[] sizes = new long[clusters];
        for (JudgedLabel row : rows) {
            if (among.test(row)) {
                sizes[row.cluster()]++;
                hits[row.cluster()] += which.test(row) ? 1 : 0;
            }
        }
        return PooledRate.of(hits, sizes);
    }
}
