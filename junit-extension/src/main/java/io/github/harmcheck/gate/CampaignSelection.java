package io.github.harmcheck.gate;

import io.github.harmcheck.result.AttackSuccessRate;
import io.github.harmcheck.result.CampaignHeader;
import io.github.harmcheck.result.CampaignResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the campaigns that count: full ones of this build, the worse one where a test ran twice, so that a verdict is
 * never re-rolled.
 */
final class CampaignSelection {
    private static final Comparator<CampaignResult> OLDEST_FIRST = Comparator.comparing(
                    (CampaignResult campaign) -> campaign.header().start())
            .thenComparing(campaign -> campaign.header().runId());

    private final Map<CampaignResult, GateResult> checked = new LinkedHashMap<>();
    private final List<CampaignResult> uncounted = new ArrayList<>();

    CampaignSelection(
            List<CampaignResult> campaigns, @Nullable Instant buildStart, Function<CampaignResult, GateResult> check) {
        Map<Key, List<CampaignResult>> runs = new LinkedHashMap<>();
        Set<@Nullable String> resumed = campaigns.stream()
                .map(campaign -> campaign.header().run().resumedFrom())
                .collect(Collectors.toSet());
        for (CampaignResult campaign : campaigns.stream().sorted(OLDEST_FIRST).toList()) {
            if (resumed.contains(campaign.header().runId())
                    || campaign.header().partial()
                    || isStale(campaign.header().start(), buildStart)) {
                uncounted.add(campaign);
            } else {
                runs.computeIfAbsent(Key.of(campaign.header(), buildStart == null), any -> new ArrayList<>())
                        .add(campaign);
            }
        }
        Map<CampaignResult, GateResult> chosen = new LinkedHashMap<>();
        runs.values().forEach(same -> choose(buildStart == null ? newest(same) : same, check, chosen));
        chosen.keySet().stream()
                .sorted(OLDEST_FIRST)
                .forEach(campaign -> checked.put(campaign, chosen.getOrDefault(campaign, GateResult.NOTHING)));
    }

    /** Returns what the gate says of each campaign that counts, in the order they began. */
    Map<CampaignResult, GateResult> checked() {
        return checked;
    }

    /** Returns the partial campaigns and those of earlier builds. */
    List<CampaignResult> uncounted() {
        return uncounted;
    }

    static boolean isStale(@Nullable Instant start, @Nullable Instant buildStart) {
        return start != null && buildStart != null && start.isBefore(buildStart);
    }

    private static List<CampaignResult> newest(List<CampaignResult> runs) {
        Instant start = runs.get(runs.size() - 1).header().start();
        return runs.stream().filter(run -> run.header().start().equals(start)).toList();
    }

    private static void choose(
            List<CampaignResult> runs,
            Function<CampaignResult, GateResult> check,
            Map<CampaignResult, GateResult> chosen) {
        CampaignResult worst = runs.get(0);
        GateResult ofWorst = check.apply(worst);
        for (CampaignResult run : runs.subList(1, runs.size())) {
            GateResult ofRun = check.apply(run);
            if (isWorse(run, ofRun, worst, ofWorst)) {
                worst = run;
                ofWorst = ofRun;
            }
        }
        chosen.put(worst, ofWorst);
    }

    private static boolean isWorse(CampaignResult run, GateResult gate, CampaignResult than, GateResult thanGate) {
        if (gate.status() != thanGate.status()) {
            return badness(gate.status()) > badness(thanGate.status());
        }
        int byLow = Double.compare(highest(run, AttackSuccessRate::low), highest(than, AttackSuccessRate::low));
        if (byLow != 0) {
            return byLow > 0;
        }
        return highest(run, AttackSuccessRate::high) > highest(than, AttackSuccessRate::high);
    }

    private static int badness(GateStatus status) {
        return switch (status) {
            case PASS -> 0;
            case INCONCLUSIVE -> 1;
            case FAIL -> 2;
        };
    }

    private static double highest(CampaignResult run, ToDoubleFunction<AttackSuccessRate> value) {
        return run.attacks().stream().mapToDouble(value).max().orElse(0);
    }

    /**
     * What makes two campaigns runs of the same thing. Where the newest run of a test is looked for, its configuration
     * may have changed since; a campaign started by hand has nothing but its configuration to be known by.
     */
    private record Key(@Nullable String testClass, @Nullable String testMethod, String target, String configuration) {
        static Key of(CampaignHeader header, boolean latest) {
            boolean whateverConfiguration = latest && header.testClass() != null;
            return new Key(
                    header.testClass(),
                    header.testMethod(),
                    header.target(),
                    whateverConfiguration ? "" : header.configHash());
        }
    }
}
