package io.github.harmcheck.result;

import io.github.harmcheck.core.Outcome;
import io.github.harmcheck.core.Side;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Counts findings one at a time and makes the result of a campaign from them. Holds a few numbers per behavior and
 * attack, never a finding, so memory does not grow with the number of attempts. The order of the findings does not
 * matter. Not thread-safe.
 *
 * @since 0.1.0
 */
public final class ResultTally {
    private final int trialsPerAttempt;
    private final Map<CellKey, CellTally> cells = new HashMap<>();
    private long safeTrials;
    private long safeAccepted;
    private long trials;
    private long errors;

    /**
     * Creates an empty tally.
     *
     * @param trialsPerAttempt trials the plan makes of each attempt, 1 or more
     */
    public ResultTally(int trialsPerAttempt) {
        if (trialsPerAttempt < 1) {
            throw new IllegalArgumentException("an attempt has at least 1 trial, got " + trialsPerAttempt);
        }
        this.trialsPerAttempt = trialsPerAttempt;
    }

    /**
     * Makes a campaign's result in one pass over its findings.
     *
     * @param header what the campaign was
     * @param end how it ended, or null where the journal has no end record
     * @param abortedReason why it could not run, or null
     * @param findings its findings, streamed once here and kept for later readers
     */
    public static CampaignResult of(
            CampaignHeader header, @Nullable CampaignEnd end, @Nullable String abortedReason, Findings findings) {
        ResultTally tally = new ResultTally(Math.max(1, header.trials()));
        try (Stream<Finding> stream = findings.stream()) {
            stream.forEach(tally::add);
        }
        return tally.result(header, end, abortedReason, findings);
    }

    /** Counts a finding. Every finding is added once, with its amendment and review applied. */
    public void add(Finding finding) {
        boolean failed = finding.outcome() == Outcome.ERROR;
        trials++;
        errors += failed ? 1 : 0;
        if (finding.side() == Side.UNSAFE) {
            cells.computeIfAbsent(
                            CellKey.of(finding), any -> new CellTally(finding.semanticCategory(), trialsPerAttempt))
                    .add(finding);
        } else if (!failed) {
            safeTrials++;
            safeAccepted += finding.outcome() == Outcome.SUCCEEDED ? 1 : 0;
        }
    }

    /** Makes the result of what was counted so far. */
    public CampaignResult result(
            CampaignHeader header, @Nullable CampaignEnd end, @Nullable String abortedReason, Findings findings) {
        SortedMap<CellKey, CellTally> sorted = cells();
        SortedMap<String, List<AttackSuccessRate>> categories = new TreeMap<>();
        for (String category : categories()) {
            categories.put(
                    category,
                    rates(sorted, header.attacks(), cell -> cell.category().equals(category), false));
        }
        List<StoppedAttack> stopped = EarlyStops.of(header, end, sorted);
        return new CampaignResult(
                header,
                end,
                abortedReason,
                rates(sorted, header.attacks(), cell -> true, true).stream()
                        .map(rate -> EarlyStops.withIntervals(rate, stopped))
                        .toList(),
                categories,
                safeTrials == 0 ? null : Double.valueOf((double) safeAccepted / safeTrials),
                safeTrials,
                trials,
                errors,
                findings,
                stopped);
    }

    /** Returns the rate of each attack seen on the UNSAFE side, sorted by id. */
    public List<AttackSuccessRate> attacks() {
        return rates(cells(), List.of(), cell -> true, false);
    }

    /** Returns the counted cells, finished, sorted by dataset, behavior and attack. */
    SortedMap<CellKey, CellTally> cells() {
        cells.values().forEach(CellTally::finish);
        return new TreeMap<>(cells);
    }

    private Collection<String> categories() {
        Set<String> names = new TreeSet<>();
        cells.values().forEach(cell -> names.add(cell.category()));
        return names;
    }

    private static List<AttackSuccessRate> rates(
            SortedMap<CellKey, CellTally> cells, List<String> order, Predicate<CellTally> which, boolean withUnseen) {
        Map<String, List<CellTally>> byAttack = new TreeMap<>();
        cells.forEach((key, cell) -> {
            if (which.test(cell)) {
                byAttack.computeIfAbsent(key.attack(), any -> new ArrayList<>()).add(cell);
            }
        });
        Set<String> attacks = new LinkedHashSet<>(order);
        attacks.addAll(byAttack.keySet());
        return attacks.stream()
                .filter(attack -> withUnseen || byAttack.containsKey(attack))
                .map(attack -> CellRates.rate(attack, byAttack.getOrDefault(attack, List.of())))
                .toList();
    }
}
