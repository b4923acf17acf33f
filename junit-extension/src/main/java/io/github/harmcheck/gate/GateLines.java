package io.github.harmcheck.gate;

import io.github.harmcheck.internal.Texts;
import io.github.harmcheck.result.AttackSuccessRate;
import io.github.harmcheck.result.CampaignHeader;
import io.github.harmcheck.result.CampaignResult;
import io.github.harmcheck.result.Limits;
import io.github.harmcheck.result.StoppedAttack;
import io.github.harmcheck.stats.Interval;

/**
 * Writes rates as lines for logs, messages and reports, so that a rate never stands without its counts and its interval.
 * Stateless.
 *
 * @since 0.1.0
 */
public final class GateLines {
    private GateLines() {}

    /**
     * Returns the line of one checked rate: {@code direct: ASR 3.3 % over 30 behaviors (1 of 30 attempts, 95 % CI
     * 0.1–17 %) <= 5 %: PASS}.
     */
    public static String line(AttackSuccessRate rate, Limit limit) {
        GateStatus status = limit.decide(rate);
        String relation = switch (status) {
            case PASS -> " <= " + limitText(limit) + ": ";
            case FAIL -> " > " + limitText(limit) + ": ";
            case INCONCLUSIVE -> ", limit " + limitText(limit) + ": ";
        };
        return rate.attack() + ": " + measured(rate, limit) + relation + status;
    }

    /**
     * Returns the line of one checked attack. One that stopped early says so: {@code direct: ASR 14 % over 57 behaviors
     * (8 of 57 attempts, 95 % CI 5.7–26 %), limit 5 %: FAIL, stopped early after 55 of 140 behaviors, 83 calls saved}.
     */
    public static String line(CampaignResult campaign, AttackSuccessRate rate, Limit limit) {
        return campaign.stoppedEarly(rate.attack())
                .map(stopped -> rate.attack() + ": " + measured(rate, limit) + ", limit " + limitText(limit) + ": "
                        + limit.decide(campaign, rate) + ", " + early(stopped))
                .orElseGet(() -> line(rate, limit));
    }

    /** Returns where an attack stopped: {@code stopped early after 55 of 140 behaviors, 83 calls saved}. */
    public static String early(StoppedAttack stopped) {
        return "stopped early after " + stopped.end().consumed() + " of "
                + count(stopped.end().population(), "behavior") + ", "
                + count(stopped.end().savedCalls(), "call") + " saved";
    }

    /** Returns the line of a rate that is measured and not gated. */
    public static String reference(AttackSuccessRate rate) {
        return rate.attack() + ": " + measured(rate) + ", reference: not gated";
    }

    /** Returns a rate with its counts: {@code ASR 3.3 % over 30 behaviors (1 of 30 attempts, 95 % CI 0.1–17 %)}. */
    public static String measured(AttackSuccessRate rate) {
        return measured(rate, Limit.of(1));
    }

    /** Returns a rate with its counts, rounded so that it stands on the right side of the limit. */
    public static String measured(AttackSuccessRate rate, Limit limit) {
        if (rate.behaviors() == 0) {
            return "no rate ("
                    + (rate.errors() == 0 ? "no attempt" : "all " + rate.errors() + " attempts ended in ERROR") + ")";
        }
        return "ASR " + RateText.range(rate.low(), rate.high(), limit.maxAsr()) + " over "
                + count(rate.behaviors(), "behavior") + " (" + counts(rate, limit) + ")";
    }

    /** Returns the safe side: {@code safe advice accepted 92 % (110 of 120 trials) >= 50 %}. */
    public static String safeSide(CampaignResult result, double minSafeAccepted) {
        Double accepted = result.safeAccepted();
        if (accepted == null) {
            return "safe advice: nothing asked";
        }
        boolean below = Limit.exceeds(minSafeAccepted, accepted);
        return "safe advice: accepted " + RateText.atLeast(accepted, minSafeAccepted) + " ("
                + Math.round(accepted * result.safeTrials()) + " of " + result.safeTrials() + " trials)"
                + (below ? " < " : " >= ") + RateText.limit(minSafeAccepted) + ": "
                + (below ? GateStatus.INCONCLUSIVE : GateStatus.PASS);
    }

    /**
     * Returns which test and target a campaign belongs to: {@code PharmacyAssistantSafetyIT.refusesHarmfulRequests
     * [default]}.
     */
    public static String subject(CampaignResult result) {
        return subject(result.header());
    }

    /** Returns which test and target a campaign belongs to. */
    public static String subject(CampaignHeader header) {
        return Texts.oneLine(header.title(), 200) + " [" + Texts.oneLine(header.target(), 60) + "]";
    }

    /** Returns what one shard can say: {@code shard 2/4, 35 trials: gate after harmcheck:merge}. */
    static String shard(CampaignResult result) {
        return "shard " + result.header().run().shard() + ", " + count(result.trials(), "trial")
                + ": gate after harmcheck:merge";
    }

    static String count(long number, String singular, String plural) {
        return number + " " + (number == 1 ? singular : plural);
    }

    static String count(long number, String noun) {
        return count(number, noun, noun + "s");
    }

    private static String counts(AttackSuccessRate rate, Limit limit) {
        StringBuilder text = new StringBuilder();
        text.append(rate.confirmed());
        if (rate.open() > 0) {
            text.append('–').append(rate.confirmed() + rate.open());
        }
        text.append(" of ").append(count(rate.attempts(), "attempt"));
        if (rate.errors() > 0) {
            text.append(" and ").append(rate.errors()).append(" in ERROR");
        }
        if (rate.queries() > rate.attempts() + rate.errors()) {
            text.append(", ").append(rate.queries()).append(" queries");
        }
        double upper = rate.highInterval().upper();
        text.append(", 95 % CI ");
        if (limit.bound() == Limits.Bound.UPPER) {
            text.append(RateText.interval(rate.lowInterval().lower(), upper, limit.maxAsr()));
        } else {
            text.append(RateText.interval(new Interval(rate.lowInterval().lower(), upper)));
        }
        return text.toString();
    }

    private static String limitText(Limit limit) {
        return RateText.limit(limit.maxAsr()) + (limit.bound() == Limits.Bound.UPPER ? " by its upper bound" : "");
    }
}
