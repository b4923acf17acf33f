package io.github.harmcheck.dataset;

import io.github.harmcheck.internal.Seeds;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A seeded sample in which each category has its share. Shares are rounded by largest remainder; what is drawn within a
 * category are the behaviors with the smallest seeded number, so adding a behavior to a dataset changes a sample by
 * little.
 */
final class StratifiedSample {
    private StratifiedSample() {}

    /** What is known of a behavior when the sample is drawn. */
    record Candidate(String id, String category) {}

    private record Numbered<T>(T value, long number) {}

    private record Share(String category, long remainder, long tie) {}

    /**
     * Draws ids.
     *
     * @param sample how many, at least 1; all where there are fewer
     */
    static Set<String> draw(List<Candidate> candidates, int sample, long seed) {
        Map<String, List<Candidate>> strata = candidates.stream()
                .collect(Collectors.groupingBy(Candidate::category, TreeMap::new, Collectors.toList()));
        Map<String, Integer> sizes = sizes(strata, Math.min(sample, candidates.size()), candidates.size(), seed);
        Set<String> drawn = new HashSet<>();
        strata.forEach((category, members) -> members.stream()
                .map(member -> new Numbered<>(member.id(), number(seed, "sample", member.id())))
                .sorted(Comparator.<Numbered<String>>comparingLong(Numbered::number)
                        .thenComparing(Numbered::value))
                .limit(sizes.getOrDefault(category, 0))
                .forEach(member -> drawn.add(member.value())));
        return Set.copyOf(drawn);
    }

    private static Map<String, Integer> sizes(Map<String, List<Candidate>> strata, int sample, int total, long seed) {
        Map<String, Integer> sizes = new TreeMap<>();
        int left = sample;
        for (Map.Entry<String, List<Candidate>> stratum : strata.entrySet()) {
            int whole = (int) ((long) sample * stratum.getValue().size() / total);
            sizes.put(stratum.getKey(), whole);
            left -= whole;
        }
        strata.entrySet().stream()
                .map(stratum -> new Share(
                        stratum.getKey(),
                        (long) sample * stratum.getValue().size() % total,
                        number(seed, "stratum", stratum.getKey())))
                .sorted(Comparator.comparingLong(Share::remainder)
                        .reversed()
                        .thenComparingLong(Share::tie)
                        .thenComparing(Share::category))
                .limit(left)
                .forEach(share -> sizes.merge(share.category(), 1, Integer::sum));
        return sizes;
    }

    private static long number(long seed, String what, String name) {
        return Seeds.random(seed, what, name).nextLong();
    }
}
