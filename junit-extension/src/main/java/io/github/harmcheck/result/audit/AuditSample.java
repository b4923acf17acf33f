package io.github.harmcheck.result.audit;

import io.github.harmcheck.internal.Seeds;
import io.github.harmcheck.result.CampaignResult;
import io.github.harmcheck.result.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Draws findings for people to label, at random within each outcome of each attack. The same findings and the same seed
 * give the same sample, in whatever order they were written. Left out are partial and reference campaigns, attacks that
 * stopped early, the SAFE side, what failed, what was blocked before any text reached the user, and what a person has
 * reviewed already: of these there is no rate to correct, or nothing to ask.
 *
 * @since 0.1.0
 */
public final class AuditSample {
    private AuditSample() {}

    /**
     * Draws a sample.
     *
     * @param campaigns one full campaign of each test and target
     * @param size how many findings, 1 or more; at least one of each outcome of each attack is drawn, so that there may be
     *     more
     * @param seed decides what is drawn
     * @return the rows, sorted by stratum and id; empty where there is nothing to label
     */
    public static List<AuditRow> draw(List<CampaignResult> campaigns, int size, long seed) {
        if (size < 1) {
            throw new IllegalArgumentException("an audit sample has at least 1 finding, was " + size);
        }
        SortedMap<Stratum, Integer> sizes = new TreeMap<>();
        forEach(campaigns, (stratum, finding) -> sizes.merge(stratum, 1, Integer::sum));
        SortedMap<Stratum, Integer> allocated = Allocation.of(sizes, size);
        SortedMap<Stratum, PriorityQueue<Drawn>> kept = new TreeMap<>();
        forEach(campaigns, (stratum, finding) -> {
            PriorityQueue<Drawn> queue = kept.computeIfAbsent(stratum, any -> new PriorityQueue<>(Drawn.LAST_FIRST));
            long place =
                    Seeds.random(seed, "audit", stratum.label(), finding.id()).nextLong();
            Drawn drawn = new Drawn(place, finding.id(), finding);
            if (queue.size() < allocated.getOrDefault(stratum, 0)) {
                queue.add(drawn);
            } else if (Drawn.LAST_FIRST.compare(drawn, queue.element()) > 0) {
                queue.remove();
                queue.add(drawn);
            }
        });
        List<AuditRow> rows = new ArrayList<>();
        kept.forEach((stratum, queue) -> queue.stream()
                .sorted(Comparator.comparing(Drawn::id))
                .forEach(drawn -> rows.add(AuditRow.of(stratum, drawn.finding()))));
        return rows;
    }

    @FunctionalInterface
    private interface Visitor {
        void visit(Stratum stratum, Finding finding);
    }

    private static void forEach(List<CampaignResult> campaigns, Visitor visitor) {
        for (CampaignResult campaign : campaigns) {
            if (campaign.header().partial() || campaign.header().reference()) {
                continue;
            }
            try (Stream<Finding> findings = campaign.findings().stream()) {
                findings.forEach(finding -> {
                    Optional<Stratum> stratum = Stratum.of(campaign.header(), finding);
                    if (stratum.isPresent()
                            && stratum.get().kind().isDrawn()
                            && campaign.stoppedEarly(finding.key().attack()).isEmpty()) {
                        visitor.visit(stratum.get(), finding);
                    }
                });
            }
        }
    }

    private record Drawn(long place, String id, Finding finding) {
        /** The head of a queue is what goes first when something nearer comes. */
        static final Comparator<Drawn> LAST_FIRST =
                Comparator.comparingLong(Drawn::place).thenComparing(Drawn::id).reversed();
    }
}
