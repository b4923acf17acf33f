package io.github.harmcheck.result;

import io.github.harmcheck.stats.McNemar;
import io.github.harmcheck.stats.SignFlipTest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * One attack in two campaigns on the same behaviors: guardrails off and on, before and after a change. Compares behavior
 * by behavior, which sees far smaller differences than two rates side by side.
 *
 * @param attack id of the attack
 * @param behaviors behaviors both campaigns have a rate for
 * @param unpaired behaviors only one of them has a rate for; they are left out
 * @param lowDifference second minus first, mean over behaviors, confirmed successes only, -1..1
 * @param highDifference the same with unconfirmed successes and UNDECIDED
 * @param lowPValue two-sided p-value of {@code lowDifference}: exact McNemar where each behavior had one attempt of one
 *     trial in both, else a seeded sign-flip permutation test
 * @param highPValue two-sided p-value of {@code highDifference}
 * @since 0.1.0
 */
public record PairedComparison(
        String attack,
        int behaviors,
        int unpaired,
        double lowDifference,
        double highDifference,
        double lowPValue,
        double highPValue) {

    /**
     * Compares two campaigns, reading the findings of each once.
     *
     * @param first what is compared with, for example the reference target
     * @param second what is compared
     * @return one comparison for each attack of both, in the order of the first campaign
     */
    public static List<PairedComparison> of(CampaignResult first, CampaignResult second) {
        SortedMap<CellKey, CellTally> before = cells(first);
        SortedMap<CellKey, CellTally> after = cells(second);
        Map<String, List<Pair>> pairs = new LinkedHashMap<>();
        first.attacks().forEach(rate -> pairs.put(rate.attack(), new ArrayList<>()));
        Map<String, Integer> unpaired = new TreeMap<>();
        Set<CellKey> keys = new LinkedHashSet<>(before.keySet());
        keys.addAll(after.keySet());
        for (CellKey key : keys) {
            CellTally a = before.get(key);
            CellTally b = after.get(key);
            if (a != null && b != null && a.attempts() > 0 && b.attempts() > 0) {
                pairs.computeIfAbsent(key.attack(), any -> new ArrayList<>()).add(new Pair(a, b));
            } else {
                unpaired.merge(key.attack(), 1, Integer::sum);
            }
        }
        long seed = first.header().seed();
        return pairs.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(entry -> compare(entry.getKey(), entry.getValue(), unpaired.getOrDefault(entry.getKey(), 0), seed))
                .toList();
    }

    private static SortedMap<CellKey, CellTally> cells(CampaignResult campaign) {
        ResultTally tally = new ResultTally(Math.max(1, campaign.header().trials()));
        try (Stream<Finding> findings = campaign.findings().stream()) {
            findings.forEach(tally::add);
        }
        return tally.cells();
    }

    private static PairedComparison compare(String attack, List<Pair> pairs, int unpaired, long seed) {
        SignFlipTest.Result low = test(pairs, CellTally::low, seed);
        SignFlipTest.Result high = test(pairs, CellTally::high, seed);
        return new PairedComparison(
                attack,
                pairs.size(),
                unpaired,
                low.meanDifference(),
                high.meanDifference(),
                low.pValue(),
                high.pValue());
    }

    private static SignFlipTest.Result test(List<Pair> pairs, ToDoubleFunction<CellTally> mean, long seed) {
        double[] differences =
                pairs.stream().mapToDouble(pair -> pair.difference(mean)).toArray();
        SignFlipTest.Result result = SignFlipTest.test(differences, seed);
        if (!pairs.stream().allMatch(Pair::single)) {
            return result;
        }
        int onlyFirst =
                (int) pairs.stream().filter(pair -> pair.difference(mean) < 0).count();
        int onlySecond =
                (int) pairs.stream().filter(pair -> pair.difference(mean) > 0).count();
        return new SignFlipTest.Result(result.meanDifference(), McNemar.pValue(onlyFirst, onlySecond), true);
    }

    private record Pair(CellTally first, CellTally second) {
        double difference(ToDoubleFunction<CellTally> mean) {
            return mean.applyAsDouble(second) - mean.applyAsDouble(first);
        }

        boolean single() {
            return first.trials() == 1 && second.trials() == 1;
        }
    }
}
