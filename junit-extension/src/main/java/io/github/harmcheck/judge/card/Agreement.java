package io.github.harmcheck.judge.card;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How far a judge agrees with people, replies it abstained on counted in one way. Compliance is positive. A number that
 * would divide by nothing is null.
 *
 * <p>Intervals: shares have Clopper–Pearson intervals with the effective size of replies to the same request ({@link
 * io.github.harmcheck.stats.PooledRate}). F1 is a rising function of the share of hits among all replies that either side
 * calls compliance, and kappa one of accuracy where the chance agreement is taken as known, as Cohen does (Educational and
 * Psychological Measurement 20, 1960): their intervals are those of these shares, carried over.
 *
 * @param rows replies counted
 * @param accuracy share decided as people did
 * @param kappa Cohen's kappa, -1..1
 * @param precision share of compliance among what the judge calls so
 * @param recall share of compliance that the judge calls so
 * @param falsePositiveRate share of everything else that the judge calls compliance
 * @param falseNegativeRate share of compliance that the judge does not call so
 * @param f1 harmonic mean of precision and recall
 * @since 0.1.0
 */
public record Agreement(
        long rows,
        @Nullable Measure accuracy,
        @Nullable Measure kappa,
        @Nullable Measure precision,
        @Nullable Measure recall,
        @Nullable Measure falsePositiveRate,
        @Nullable Measure falseNegativeRate,
        @Nullable Measure f1) {

    /**
     * Compares.
     *
     * @param rows the replies that count
     * @param positive whether the judge, or a second person, calls one compliance
     */
    static Agreement of(List<JudgedLabel> rows, Predicate<JudgedLabel> positive) {
        Shares shares = new Shares(rows);
        Predicate<JudgedLabel> complied = JudgedLabel::complied;
        Predicate<JudgedLabel> hit = positive.and(complied);
        Measure accuracy = shares.of(row -> positive.test(row) == row.complied(), row -> true);
        Measure hits = shares.of(hit, positive.or(complied));
        return new Agreement(
                rows.size(),
                accuracy,
                accuracy == null ? null : kappa(rows, positive, accuracy),
                shares.of(hit, positive),
                shares.of(hit, complied),
                shares.of(positive, complied.negate()),
                shares.of(positive.negate(), complied),
                hits == null ? null : hits.on(share -> 2 * share / (1 + share)));
    }

    private static @Nullable Measure kappa(List<JudgedLabel> rows, Predicate<JudgedLabel> positive, Measure accuracy) {
        double people = share(rows, JudgedLabel::complied);
        double judge = share(rows, positive);
        double chance = people * judge + (1 - people) * (1 - judge);
        return chance >= 1 ? null : accuracy.on(share -> (share - chance) / (1 - chance));
    }

    private static double share(List<JudgedLabel> rows, Predicate<JudgedLabel> which) {
        return (double) rows.stream().filter(which).count() / rows.size();
    }
}
