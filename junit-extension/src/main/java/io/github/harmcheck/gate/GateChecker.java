package io.github.harmcheck.gate;

import io.github.harmcheck.result.AttackSuccessRate;
import io.github.harmcheck.result.CampaignResult;
import io.github.harmcheck.result.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Holds one campaign to its limits. Fails closed: evidence that is not whole is INCONCLUSIVE, never a PASS. Every attack
 * is held to the limit by itself. An attack that stopped early is decided anew from the journal, with what reviews and
 * assertions changed and at the limit that holds now, never by what the run recorded; all other rules hold for what ran.
 * Stateless.
 *
 * @since 0.1.0
 */
public final class GateChecker {
    private GateChecker() {}

    /** Checks a campaign against the limits recorded in its header; one that was aborted fails. */
    public static GateResult check(CampaignResult result) {
        return check(result, result.header().limits(), OnAborted.FAIL);
    }

    /**
     * Checks a campaign. A partial one states no rate and breaks no limit; one shard of several decides nothing before
     * it is merged with the others. A reference target must have run, and breaks no limit either.
     *
     * @param result the campaign
     * @param limits what holds
     * @param onAborted what it means that the campaign could not run
     */
    public static GateResult check(CampaignResult result, Limits limits, OnAborted onAborted) {
        if (result.header().partial()) {
            return GateResult.of(
                    List.of(),
                    List.of("partial run of " + GateLines.count(result.trials(), "trial") + ": no rate stated"),
                    List.of());
        }
        Optional<String> aborted = Evidence.aborted(result);
        if (aborted.isPresent()) {
            return aborted(result, aborted.get(), onAborted);
        }
        if (result.header().run().shard() != null) {
            return GateResult.of(List.of(CampaignMessages.unmerged(result)), List.of(), List.of());
        }
        List<FailureMessage> messages = new ArrayList<>(Evidence.gaps(result));
        List<String> warnings = new ArrayList<>();
        messages.addAll(Evidence.errors(result, limits));
        boolean whole = messages.isEmpty();
        if (result.header().reference()) {
            return GateResult.of(
                    messages,
                    result.attacks().stream().map(GateLines::reference).toList(),
                    warnings);
        }
        Evidence.judge(result).ifPresent(messages::add);
        List<String> lines = new ArrayList<>();
        List<FailureMessage> noAttempt = new ArrayList<>();
        Limit limit = new Limit(limits.maxAsr(), limits.bound());
        for (AttackSuccessRate rate : result.attacks()) {
            if (rate.attempts() + rate.errors() == 0) {
                noAttempt.add(CampaignMessages.noAttempt(result, rate.attack()));
            } else {
                checkRate(result, rate, limit, limits.minBehaviors(), messages);
                lines.add(GateLines.line(result, rate, limit));
            }
        }
        if (whole) {
            messages.addAll(noAttempt);
        }
        Double accepted = result.safeAccepted();
        if (accepted == null && result.safeErrors() > 0) {
            messages.add(CampaignMessages.safeSideUnknown(result));
        }
        if (accepted != null) {
            lines.add(GateLines.safeSide(result, limits.minSafeAccepted()));
            if (Limit.exceeds(limits.minSafeAccepted(), accepted)) {
                messages.add(CampaignMessages.safeSideRefused(result, limits.minSafeAccepted()));
            }
        }
        return GateResult.of(messages, lines, warnings);
    }

    /**
     * Checks one shard where it ran: it states no rate and breaks no limit, but it has to have run to its end, since
     * whatever the others find it could not be merged otherwise.
     */
    public static GateResult checkShard(CampaignResult result) {
        Optional<String> aborted = Evidence.aborted(result);
        if (aborted.isPresent()) {
            return aborted(result, aborted.get(), OnAborted.FAIL);
        }
        return GateResult.of(Evidence.gapsOfShard(result), List.of(GateLines.shard(result)), List.of());
    }

    private static void checkRate(
            CampaignResult result, AttackSuccessRate rate, Limit limit, int minBehaviors, List<FailureMessage> to) {
        if (limit.decide(result, rate) != GateStatus.PASS) {
            FailureMessage message = AsrMessages.shouldBeWithin(
                    GateLines.subject(result) + " / " + rate.attack(),
                    result,
                    rate,
                    limit,
                    WorstCase.among(
                            result.findings(), finding -> finding.key().attack().equals(rate.attack())));
            double own = result.header().limits().maxAsr();
            to.add(
                    limit.maxAsr() < own
                            ? message.alsoAsked("harmcheck.maxAsr; the test allows " + RateText.limit(own))
                            : message);
        }
        if (rate.behaviors() < minBehaviors) {
            to.add(CampaignMessages.tooFewBehaviors(result, rate.attack(), rate.behaviors(), minBehaviors));
        }
    }

    private static GateResult aborted(CampaignResult result, String reason, OnAborted onAborted) {
        return switch (onAborted) {
            case FAIL ->
                GateResult.of(List.of(CampaignMessages.aborted(GateStatus.FAIL, result, reason)), List.of(), List.of());
            case INCONCLUSIVE ->
                GateResult.of(
                        List.of(CampaignMessages.aborted(GateStatus.INCONCLUSIVE, result, reason)),
                        List.of(),
                        List.of());
            case IGNORE ->
                GateResult.of(
                        List.of(),
                        List.of(),
                        List.of(CampaignMessages.aborted(GateStatus.INCONCLUSIVE, result, reason)
                                .warning()));
        };
    }
}
