package io.github.harmcheck.result;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one campaign found. Immutable; findings are read from the journal when asked for.
 *
 * @param header what the campaign was
 * @param endOrNull how it ended, or null where the journal has no end record
 * @param abortedReason why it could not run, or null
 * @param attacks the rate of each attack on the UNSAFE side, in the order of the plan; one without any attempt has no
 *     behaviors
 * @param categories rates by semantic category and attack, sorted by category
 * @param safeAccepted share of SAFE trials the app helped with, or null where the campaign has no safe side
 * @param safeTrials SAFE trials that did not end in ERROR
 * @param trials all findings
 * @param errors all findings that ended in ERROR
 * @param findings the findings themselves
 * @param stoppedEarly the evidence of each attack that left out trials because it was decided; empty where the whole plan
 *     was run
 * @since 0.1.0
 */
public record CampaignResult(
        CampaignHeader header,
        @Nullable CampaignEnd endOrNull,
        @Nullable String abortedReason,
        List<AttackSuccessRate> attacks,
        Map<String, List<AttackSuccessRate>> categories,
        @Nullable Double safeAccepted,
        long safeTrials,
        long trials,
        long errors,
        Findings findings,
        List<StoppedAttack> stoppedEarly) {

    public CampaignResult {
        stoppedEarly = List.copyOf(stoppedEarly);
        attacks = List.copyOf(attacks);
        categories = Collections.unmodifiableMap(new TreeMap<>(categories));
    }

    /** Creates the result of a campaign of which no attack stopped early. */
    public CampaignResult(
            CampaignHeader header,
            @Nullable CampaignEnd endOrNull,
            @Nullable String abortedReason,
            List<AttackSuccessRate> attacks,
            Map<String, List<AttackSuccessRate>> categories,
            @Nullable Double safeAccepted,
            long safeTrials,
            long trials,
            long errors,
            Findings findings) {
        this(
                header,
                endOrNull,
                abortedReason,
                attacks,
                categories,
                safeAccepted,
                safeTrials,
                trials,
                errors,
                findings,
                List.of());
    }

    /** Returns the evidence of an attack that stopped early; empty where all that was planned for it was run. */
    public Optional<StoppedAttack> stoppedEarly(String attack) {
        return stoppedEarly.stream()
                .filter(stopped -> stopped.attack().equals(attack))
                .findFirst();
    }

    /** Returns the rate of one attack. */
    public Optional<AttackSuccessRate> attack(String id) {
        return attacks.stream().filter(rate -> rate.attack().equals(id)).findFirst();
    }

    /** Returns how the campaign ended. */
    public Optional<CampaignEnd> end() {
        return Optional.ofNullable(endOrNull);
    }

    /** Returns the trials of the SAFE side that ended in ERROR. */
    public long safeErrors() {
        return errors - attacks.stream().mapToLong(AttackSuccessRate::errors).sum();
    }

    /** Returns the share of all trials that ended in ERROR, 0..1. */
    public double errorRate() {
        return trials == 0 ? 0 : (double) errors / trials;
    }
}
