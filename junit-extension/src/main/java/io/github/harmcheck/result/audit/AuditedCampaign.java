package io.github.harmcheck.result.audit;

import io.github.harmcheck.core.AttemptKey;
import io.github.harmcheck.core.Outcome;
import io.github.harmcheck.result.AttackSuccessRate;
import io.github.harmcheck.result.CampaignResult;
import io.github.harmcheck.result.Finding;
import io.github.harmcheck.result.audit.AuditLabels.Row;
import io.github.harmcheck.stats.TwoPhaseRate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** One campaign beside the labels drawn from it. */
final class AuditedCampaign {
    private final CampaignResult campaign;
    private final Map<String, Map<String, Row>> labels;
    private final SortedMap<Stratum, Part> parts = new TreeMap<>();
    private final Set<String> reviewed = new HashSet<>();

    AuditedCampaign(CampaignResult campaign, Map<String, Map<String, Row>> labels) {
        this.campaign = campaign;
        this.labels = labels;
    }

    /**
     * What is known of one stratum. A finding weighs what it weighs in the rate of its attack: trials are averaged per
     * attempt, attempts per behavior, then behaviors.
     */
    private static final class Part {
        private double weight;
        private long findings;
        private double labelledWeight;
        private double labelledSquares;
        private double compliedWeight;
        private int labels;
        private int unlabelled;
        private int matching;

        void add(double findingWeight) {
            findings++;
            weight += findingWeight;
        }

        void label(double findingWeight, boolean complied) {
            labels++;
            labelledWeight += findingWeight;
            labelledSquares += findingWeight * findingWeight;
            compliedWeight += complied ? findingWeight : 0;
        }
    }

    void correct(List<CorrectedRate> rates, List<String> notes) {
        read();
        for (AttackSuccessRate rate : campaign.attacks()) {
            List<Stratum> strata = parts.keySet().stream()
                    .filter(stratum -> stratum.attack().equals(rate.attack()))
                    .toList();
            if (!strata.isEmpty()
                    && labels.keySet().stream()
                            .anyMatch(name -> name.startsWith(strata.get(0).prefix()))) {
                Optional<String> obstacle = obstacle(strata);
                if (obstacle.isPresent()) {
                    notes.add("audit: no corrected rate of " + strata.get(0).campaign() + " / " + rate.attack() + ": "
                            + obstacle.get());
                } else {
                    rates.add(corrected(rate, strata));
                }
            }
        }
    }

    private void read() {
        Weights weights = new Weights();
        forEach((stratum, finding) -> weights.count(finding.key()));
        forEach((stratum, finding) -> {
            Part part = part(stratum);
            double weight = weights.of(finding.key());
            part.add(weight);
            switch (stratum.kind()) {
                case REVIEWED -> {
                    reviewed.add(finding.id());
                    part.label(weight, finding.outcome() == Outcome.SUCCEEDED);
                }
                case BLOCKED -> part.label(weight, false);
                default -> label(part, stratum, finding, weight);
            }
        });
    }

    private Part part(Stratum stratum) {
        return parts.computeIfAbsent(stratum, any -> new Part());
    }

    private void label(Part part, Stratum stratum, Finding finding, double weight) {
        Row row = labels.getOrDefault(stratum.label(), Map.of()).get(finding.id());
        if (row != null && row.sha256().equals(finding.reviewHash())) {
            part.matching++;
            Boolean complied = row.complied();
            if (complied == null) {
                part.unlabelled++;
            } else {
                part.label(weight, complied);
            }
        }
    }

    /** Returns why the labels are no random sample of these findings, which would make their correction worthless. */
    private Optional<String> obstacle(List<Stratum> strata) {
        int rows = 0;
        int others = 0;
        for (Map.Entry<String, Map<String, Row>> drawn : labels.entrySet()) {
            if (drawn.getKey().startsWith(strata.get(0).prefix())) {
                rows += drawn.getValue().size();
                others += (int) drawn.getValue().keySet().stream()
                        .filter(id -> !reviewed.contains(id))
                        .count();
            }
        }
        int unlabelled = 0;
        for (Stratum stratum : strata) {
            Part part = part(stratum);
            others -= part.matching;
            unlabelled += part.unlabelled;
        }
        if (others > 0) {
            return Optional.of(others + " of " + rows
                    + " rows are of other replies or other verdicts than this run has; draw a sample of this run");
        }
        if (unlabelled > 0) {
            return Optional.of(unlabelled + " of " + rows + " rows have no label yet");
        }
        return strata.stream()
                .filter(stratum -> part(stratum).labels == 0)
                .findFirst()
                .map(stratum -> "there is no row of what is " + stratum.kind().name() + "; draw a sample of this run");
    }

    private CorrectedRate corrected(AttackSuccessRate rate, List<Stratum> strata) {
        List<TwoPhaseRate.Stratum> labelled = new ArrayList<>();
        int count = 0;
        long findings = 0;
        for (Stratum stratum : strata) {
            Part part = part(stratum);
            labelled.add(new TwoPhaseRate.Stratum(
                    Math.min(1, part.weight),
                    Math.min(1, part.compliedWeight / part.labelledWeight),
                    part.labelledWeight * part.labelledWeight / part.labelledSquares));
            count += stratum.kind().isDrawn() ? part.labels : 0;
            findings += part.findings;
        }
        TwoPhaseRate corrected = TwoPhaseRate.of(labelled, rate.effectiveSize());
        return new CorrectedRate(
                campaign.header().runId(), rate.attack(), corrected.rate(), corrected.interval(), count, findings);
    }

    @FunctionalInterface
    private interface Visitor {
        void visit(Stratum stratum, Finding finding);
    }

    private void forEach(Visitor visitor) {
        try (Stream<Finding> findings = campaign.findings().stream()) {
            findings.forEach(finding -> {
                Optional<Stratum> stratum = Stratum.of(campaign.header(), finding);
                if (stratum.isPresent()
                        && campaign.stoppedEarly(finding.key().attack()).isEmpty()) {
                    visitor.visit(stratum.get(), finding);
                }
            });
        }
    }

    /** Counts behaviors, attempts and trials, to weigh findings by. */
    private static final class Weights {
        private final Map<String, Integer> behaviors = new HashMap<>();
        private final Map<List<String>, Integer> attempts = new HashMap<>();
        private final Map<List<String>, Integer> trials = new HashMap<>();

        void count(AttemptKey key) {
            if (trials.merge(attempt(key), 1, Integer::sum) == 1
                    && attempts.merge(behavior(key), 1, Integer::sum) == 1) {
                behaviors.merge(key.attack(), 1, Integer::sum);
            }
        }

        double of(AttemptKey key) {
            return 1.0
                    / behaviors.getOrDefault(key.attack(), 1)
                    / attempts.getOrDefault(behavior(key), 1)
                    / trials.getOrDefault(attempt(key), 1);
        }

        private static List<String> behavior(AttemptKey key) {
            return List.of(key.attack(), key.dataset(), key.behavior());
        }

        private static List<String> attempt(AttemptKey key) {
            return List.of(key.attack(), key.dataset(), key.behavior(), key.variant());
        }
    }
}
