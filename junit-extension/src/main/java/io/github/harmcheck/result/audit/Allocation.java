package io.github.harmcheck.result.audit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Shares a sample out among strata: some of each, the rest where it narrows the interval most (Neyman 1934). */
final class Allocation {
    private static final int LEAST = 5;

    private Allocation() {}

    /**
     * Returns how many to draw from each stratum, never more than it has and never none.
     *
     * @param sizes findings of each stratum, 1 or more
     * @param total how many to draw; where there are more strata, one of each is drawn
     */
    static SortedMap<Stratum, Integer> of(SortedMap<Stratum, Integer> sizes, int total) {
        int least = Math.max(1, Math.min(LEAST, total / Math.max(1, sizes.size())));
        SortedMap<Stratum, Integer> drawn = new TreeMap<>();
        sizes.forEach((stratum, size) -> drawn.put(stratum, Math.min(size, least)));
        int left = total - sum(drawn);
        while (left > 0) {
            List<Stratum> open = sizes.keySet().stream()
                    .filter(stratum -> drawn.getOrDefault(stratum, 0) < sizes.get(stratum))
                    .toList();
            if (open.isEmpty()) {
                break;
            }
            left -= addShares(open, sizes, left, drawn);
        }
        return drawn;
    }

    /** Gives each open stratum its share of what is left, or at least one of them one, and returns how many that were. */
    private static int addShares(
            List<Stratum> open, SortedMap<Stratum, Integer> sizes, int left, SortedMap<Stratum, Integer> drawn) {
        Map<Stratum, Double> weights = new HashMap<>();
        open.forEach(stratum -> weights.put(stratum, sizes.get(stratum) * stratum.kind().spread));
        double all = weights.values().stream().mapToDouble(Double::doubleValue).sum();
        int added = 0;
        for (Stratum stratum : open) {
            int room = sizes.get(stratum) - drawn.get(stratum);
            int share = Math.min(room, (int) (left * weights.get(stratum) / all));
            drawn.merge(stratum, share, Integer::sum);
            added += share;
        }
        if (added == 0) {
            Stratum heaviest = open.stream()
                    .max((one, other) -> Double.compare(weights.get(one), weights.get(other)))
                    .orElseThrow();
            drawn.merge(heaviest, 1, Integer::sum);
            added = 1;
        }
        return added;
    }

    private static int sum(Map<Stratum, Integer> drawn) {
        return drawn.values().stream().mapToInt(Integer::intValue).sum();
    }
}
