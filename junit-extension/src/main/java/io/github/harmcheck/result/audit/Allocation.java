package io.github.harmcheck.result.audit;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Shares a sample out among strata: some of each, the rest where it narrows the interval most (Neyman 1934). */
final class Allocation {
    private static final int LEAST = 5;

    private Allocation() {}

    /** What is drawn of one stratum. */
    private static final class Share {
        private final Stratum stratum;
        private final int size;
        private int drawn;

        Share(Map.Entry<Stratum, Integer> entry, int least) {
            stratum = entry.getKey();
            size = entry.getValue();
            drawn = Math.min(size, least);
        }

        double weight() {
            return size * stratum.kind().spread;
        }

        boolean isOpen() {
            return drawn < size;
        }

        int add(int more) {
            int added = Math.min(size - drawn, more);
            drawn += added;
            return added;
        }
    }

    /**
     * Returns how many to draw from each stratum, never more than it has and never none.
     *
     * @param sizes findings of each stratum, 1 or more
     * @param total how many to draw; where there are more strata, one of each is drawn
     */
    static SortedMap<Stratum, Integer> of(SortedMap<Stratum, Integer> sizes, int total) {
        int least = Math.max(1, Math.min(LEAST, total / Math.max(1, sizes.size())));
        List<Share> shares =
                sizes.entrySet().stream().map(entry -> new Share(entry, least)).toList();
        int left = total - shares.stream().mapToInt(share -> share.drawn).sum();
        List<Share> open = shares.stream().filter(Share::isOpen).toList();
        while (left > 0 && !open.isEmpty()) {
            left -= shareOut(open, left);
            open = open.stream().filter(Share::isOpen).toList();
        }
        SortedMap<Stratum, Integer> drawn = new TreeMap<>();
        shares.forEach(share -> drawn.put(share.stratum, share.drawn));
        return drawn;
    }

    /** Gives each its share of what is left, and the heaviest one where that is less than one of any. */
    private static int shareOut(List<Share> open, int left) {
        double all = open.stream().mapToDouble(Share::weight).sum();
        int added = 0;
        for (Share share : open) {
            added += share.add((int) (left * share.weight() / all));
        }
        return added > 0
                ? added
                : open.stream()
                        .max(Comparator.comparingDouble(Share::weight))
                        .orElseThrow()
                        .add(1);
    }
}
