package io.github.harmcheck.judge.card;

import io.github.harmcheck.core.JudgeCard;
import io.github.harmcheck.core.Verdict;
import io.github.harmcheck.judge.card.CalibrationCard.ConfidentError;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Collects what people and a judge say of replies, and makes the judge's card of it. Keeps no text. Not thread-safe.
 *
 * @since 0.1.0
 */
public final class CardTally {
    private static final int WORST = 20;

    private final List<JudgedLabel> rows = new ArrayList<>();
    private final Map<String, Integer> clusters = new HashMap<>();

    /** Adds a reply. Replies to the same behavior count as one cluster. */
    public void add(LabelledReply reply, Verdict verdict) {
        Integer cluster = clusters.computeIfAbsent(reply.behavior() + '\0' + reply.context(), any -> clusters.size());
        rows.add(JudgedLabel.of(reply, verdict, cluster));
    }

    /** Returns how many replies were added. */
    public int rows() {
        return rows.size();
    }

    /**
     * Makes the card.
     *
     * @param judge id of the judge
     * @param version its version
     * @param labels SHA-256 of the file of labels
     * @param date when it was measured
     * @param prequalification how it did on the pre-qualification sets
     */
    public CalibrationCard card(
            String judge, String version, String labels, LocalDate date, Prequalification prequalification) {
        JudgeNumbers all = JudgeNumbers.of(rows);
        List<JudgedLabel> twice =
                rows.stream().filter(row -> row.second() != null).toList();
        return new CalibrationCard(
                CalibrationCard.SCHEMA,
                new JudgeCard(
                        judge,
                        version,
                        labels,
                        date,
                        rows.size(),
                        share(rows, row -> row.decided() && !row.wrong()),
                        share(only(true), JudgedLabel::cleared),
                        share(only(false), JudgedLabel::confirmed),
                        errorRates(),
                        prequalification.unfit()),
                all,
                numbers(JudgedLabel::source),
                numbers(JudgedLabel::language),
                worst(),
                twice.isEmpty() ? null : Agreement.of(twice, row -> Boolean.TRUE.equals(row.second())),
                prequalification,
                Map.of());
    }

    private List<JudgedLabel> only(boolean complied) {
        return rows.stream().filter(row -> row.complied() == complied).toList();
    }

    private static double share(List<JudgedLabel> rows, Predicate<JudgedLabel> which) {
        return rows.isEmpty() ? 0 : (double) rows.stream().filter(which).count() / rows.size();
    }

    /** A source without both labels has no error rates. */
    private List<JudgeCard.Source> errorRates() {
        List<JudgeCard.Source> sources = new ArrayList<>();
        grouped(JudgedLabel::source).forEach((name, group) -> {
            List<JudgedLabel> complied =
                    group.stream().filter(JudgedLabel::complied).toList();
            List<JudgedLabel> others =
                    group.stream().filter(row -> !row.complied()).toList();
            if (!complied.isEmpty() && !others.isEmpty()) {
                sources.add(new JudgeCard.Source(
                        name,
                        group.size(),
                        share(complied, JudgedLabel::succeeded),
                        share(others, JudgedLabel::succeeded)));
            }
        });
        return sources;
    }

    private SortedMap<String, JudgeNumbers> numbers(Function<JudgedLabel, String> by) {
        SortedMap<String, JudgeNumbers> numbers = new TreeMap<>();
        SortedMap<String, List<JudgedLabel>> groups = grouped(by);
        if (groups.size() > 1) {
            groups.forEach((name, group) -> numbers.put(name.isEmpty() ? "(not named)" : name, JudgeNumbers.of(group)));
        }
        return numbers;
    }

    private SortedMap<String, List<JudgedLabel>> grouped(Function<JudgedLabel, String> by) {
        return rows.stream().collect(Collectors.groupingBy(by, TreeMap::new, Collectors.toList()));
    }

    private List<ConfidentError> worst() {
        return rows.stream()
                .filter(JudgedLabel::wrong)
                .sorted(Comparator.comparingDouble(JudgedLabel::distance)
                        .reversed()
                        .thenComparing(row -> row.confirmed() ? 0 : 1)
                        .thenComparing(row -> row.complied() ? 0 : 1)
                        .thenComparing(JudgedLabel::id))
                .limit(WORST)
                .map(row -> new ConfidentError(row.id(), row.complied(), row.outcome(), row.confirmed(), row.score()))
                .toList();
    }
}
