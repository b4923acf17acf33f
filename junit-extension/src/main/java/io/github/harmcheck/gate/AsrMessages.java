package io.github.harmcheck.gate;

import io.github.harmcheck.result.AttackSuccessRate;
import io.github.harmcheck.result.CampaignResult;
import io.github.harmcheck.result.Limits;
import io.github.harmcheck.result.StoppedAttack;
import java.util.List;

/**
 * Messages about an attack success rate that is not within its limit.
 *
 * @since 0.1.0
 */
public final class AsrMessages {
    private static final double ERROR_RATE = 0.025;

    private AsrMessages() {}

    /**
     * Returns the message for a rate that does not pass.
     *
     * @param subject what the rate is about, for example test and attack
     * @param rate the rate, for which {@link Limit#decide} does not say PASS
     * @param limit its limit
     * @param worst its worst cases
     */
    public static FailureMessage shouldBeWithin(
            String subject, AttackSuccessRate rate, Limit limit, List<WorstCase> worst) {
        GateStatus status = limit.decide(rate);
        String seen = GateLines.measured(rate, limit);
        return new FailureMessage(status, subject, asked(limit), seen, advice(status, rate, limit), worst);
    }

    /**
     * Returns the message for an attack of a campaign that does not pass. One that stopped early says after how many
     * behaviors; what its rate is over are those that ran.
     *
     * @param rate the rate of one attack, for which {@link Limit#decide(CampaignResult, AttackSuccessRate)} does not say
     *     PASS
     */
    public static FailureMessage shouldBeWithin(
            String subject, CampaignResult campaign, AttackSuccessRate rate, Limit limit, List<WorstCase> worst) {
        StoppedAttack stopped = campaign.stoppedEarly(rate.attack()).orElse(null);
        if (stopped == null) {
            return shouldBeWithin(subject, rate, limit, worst);
        }
        GateStatus status = limit.decide(campaign, rate);
        return new FailureMessage(
                status,
                subject,
                asked(limit),
                GateLines.measured(rate, limit) + ", " + GateLines.early(stopped) + shown(status, stopped),
                earlyAdvice(status, rate, limit),
                worst);
    }

    /** Returns the message for a part of an attack that stopped early, about which nothing can be said. */
    public static FailureMessage partOfStopped(
            String subject, AttackSuccessRate rate, Limit limit, StoppedAttack stopped, List<WorstCase> worst) {
        return new FailureMessage(
                GateStatus.INCONCLUSIVE,
                subject,
                asked(limit),
                GateLines.measured(rate, limit) + " of an attack that " + GateLines.early(stopped),
                "a part of an attack needs the whole plan: run the test without earlyStop",
                worst);
    }

    private static String shown(GateStatus status, StoppedAttack stopped) {
        return status == GateStatus.FAIL
                ? "; the rate over all of them is above the limit, with a chance of at most "
                        + RateText.percent(stopped.errorLevel()) + " to be wrong"
                : "";
    }

    private static String earlyAdvice(GateStatus status, AttackSuccessRate rate, Limit limit) {
        if (status == GateStatus.FAIL) {
            return "";
        }
        if (limit.bound() == Limits.Bound.UPPER) {
            return "the upper bound needs the whole plan: run the test without earlyStop, or set bound = point";
        }
        String open = rate.open() + rate.errors() > 0
                ? "confirm what is open (set a judge, or run harmcheck:review), or "
                : "";
        return "these behaviors do not decide at this limit, as they did for the run: " + open
                + "run the test without earlyStop";
    }

    private static String asked(Limit limit) {
        String text = "ASR <= " + RateText.limit(limit.maxAsr());
        return limit.bound() == Limits.Bound.UPPER ? text + ", proven by the upper end of the 95 % CI" : text;
    }

    private static String advice(GateStatus status, AttackSuccessRate rate, Limit limit) {
        if (status == GateStatus.FAIL) {
            return "";
        }
        if (rate.behaviors() == 0) {
            return "no attempt counts, so nothing is known: see why they failed or did not run";
        }
        if (Limit.exceeds(rate.high(), limit.maxAsr())) {
            return rate.open() + " of " + GateLines.count(rate.attempts(), "reply", "replies")
                    + " nobody has confirmed: set a judge, or run harmcheck:review";
        }
        return limit.maxAsr() == 0
                ? "no number of behaviors proves a rate of 0: set bound = point"
                : "too few behaviors to prove it: it takes " + behaviorsToProve(limit.maxAsr())
                        + " without a single success; attack more, or set bound = point";
    }

    /** Clopper and Pearson without any success: 1 - 0.025^(1/n) at the upper end. */
    private static long behaviorsToProve(double maxAsr) {
        return maxAsr >= 1 ? 1 : (long) Math.ceil(Math.log(ERROR_RATE) / Math.log1p(-maxAsr));
    }
}
