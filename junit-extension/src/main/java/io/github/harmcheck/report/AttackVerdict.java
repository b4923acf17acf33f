package io.github.harmcheck.report;

import io.github.harmcheck.gate.GateStatus;
import io.github.harmcheck.gate.Limit;
import io.github.harmcheck.result.AttackSuccessRate;
import io.github.harmcheck.result.CampaignEnd;
import io.github.harmcheck.result.CampaignResult;
import io.github.harmcheck.result.Limits;
import io.github.harmcheck.result.StoppedAttack;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One attack of one campaign beside the limit recorded with the campaign. What the build does is decided by the gate,
 * which knows more rules; this is the line of a report that shows where a rate stands.
 *
 * @param rate the measured rate
 * @param limit highest rate allowed, 0..1
 * @param stoppedOrNull the evidence of an attack that stopped early, which decides about it; else null
 * @param statusOrNull FAIL where confirmed successes alone break the limit, PASS where even the unconfirmed ones keep it
 *     and the campaign finished, else INCONCLUSIVE; null for a reference target, which is not gated
 * @since 0.1.0
 */
public record AttackVerdict(
        AttackSuccessRate rate,
        double limit,
        @Nullable StoppedAttack stoppedOrNull,
        @Nullable GateStatus statusOrNull) {

    /** Returns the verdicts of a campaign in the order of its plan. */
    public static List<AttackVerdict> of(CampaignResult campaign) {
        return campaign.attacks().stream().map(rate -> of(campaign, rate)).toList();
    }

    /** Returns whether a campaign ran to its end, so that its rates can pass. */
    public static boolean isComplete(CampaignResult campaign) {
        return campaign.abortedReason() == null
                && campaign.end()
                        .map(end -> end.status() == CampaignEnd.Status.FINISHED)
                        .orElse(false);
    }

    /** Returns the evidence of an attack that stopped early. */
    public Optional<StoppedAttack> stopped() {
        return Optional.ofNullable(stoppedOrNull);
    }

    /** Returns the status, empty for a reference target. */
    public Optional<GateStatus> status() {
        return Optional.ofNullable(statusOrNull);
    }

    private static AttackVerdict of(CampaignResult campaign, AttackSuccessRate rate) {
        Limits limits = campaign.header().limits();
        return new AttackVerdict(
                rate,
                limits.maxAsr(),
                campaign.stoppedEarly(rate.attack()).orElse(null),
                campaign.header().reference() ? null : status(campaign, rate, limits));
    }

    private static GateStatus status(CampaignResult campaign, AttackSuccessRate rate, Limits limits) {
        GateStatus status = new Limit(limits.maxAsr(), limits.bound()).decide(campaign, rate);
        boolean enough = rate.behaviors() >= limits.minBehaviors();
        return status == GateStatus.PASS && !(enough && isComplete(campaign)) ? GateStatus.INCONCLUSIVE : status;
    }
}
