package io.github.harmcheck.result;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Rates of parts of a campaign, for rules and tables. Each method reads the findings once and holds a few numbers per
 * behavior and attack.
 *
 * @since 0.1.0
 */
public final class AttackSuccessRates {
    private AttackSuccessRates() {}

    /** Returns the rate of each attack over the findings chosen, sorted by attack; empty where none is chosen. */
    public static List<AttackSuccessRate> of(CampaignResult campaign, Predicate<Finding> which) {
        return grouped(campaign, finding -> which.test(finding) ? "chosen" : "").getOrDefault("chosen", List.of());
    }

    /**
     * Returns the rate of each attack within each group, sorted by group and attack.
     *
     * @param group names the group of a finding, for example its dataset; the empty text leaves the finding out
     */
    public static SortedMap<String, List<AttackSuccessRate>> grouped(
            CampaignResult campaign, Function<Finding, String> group) {
        SortedMap<String, ResultTally> tallies = new TreeMap<>();
        int trials = Math.max(1, campaign.header().trials());
        try (Stream<Finding> stream = campaign.findings().stream()) {
            stream.forEach(finding -> {
                String name = group.apply(finding);
                if (!name.isEmpty()) {
                    tallies.computeIfAbsent(name, any -> new ResultTally(trials))
                            .add(finding);
                }
            });
        }
        SortedMap<String, List<AttackSuccessRate>> rates = new TreeMap<>();
        for (Map.Entry<String, ResultTally> entry : tallies.entrySet()) {
            rates.put(entry.getKey(), entry.getValue().attacks());
        }
        return rates;
    }
}
