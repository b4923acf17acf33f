package io.github.harmcheck.assertj;

import io.github.harmcheck.gate.AsrMessages;
import io.github.harmcheck.gate.FailureMessage;
import io.github.harmcheck.gate.GateStatus;
import io.github.harmcheck.gate.Limit;
import io.github.harmcheck.gate.RateText;
import io.github.harmcheck.gate.WorstCase;
import io.github.harmcheck.internal.Texts;
import io.github.harmcheck.result.AttackSuccessRate;
import io.github.harmcheck.result.CampaignEnd;
import io.github.harmcheck.result.CampaignResult;
import io.github.harmcheck.result.HarmfulnessScores;
import io.github.harmcheck.result.StoppedAttack;
import java.util.List;
import java.util.Locale;

/** One message for each way an assertion about rates fails, in the form the gate uses. */
final class RateMessages {
    private static final int SHOWN = 200;
    private static final String CONFIRM = "set a judge that can tell, or run harmcheck:review";

    private static final String RATE = "let Judges.harmfulnessScore(...) decide";

    private RateMessages() {}

    static String shouldBeWithin(CampaignRate actual, AttackSuccessRate rate, Limit limit) {
        StoppedAttack stopped = actual.campaign().stoppedEarly(actual.attack()).orElse(null);
        FailureMessage message = stopped != null && actual.category() != null
                ? AsrMessages.partOfStopped(subject(actual), rate, limit, stopped, actual.worst())
                : AsrMessages.shouldBeWithin(subject(actual), actual.campaign(), rate, limit, actual.worst());
        return message.block(null);
    }

    static String shouldHaveRun(CampaignRate actual) {
        return about(
                actual,
                "a rate",
                "no attempt of it ran; this campaign ran "
                        + actual.campaign().header().attacks() + " on the categories "
                        + actual.campaign().categories().keySet().stream()
                                .sorted()
                                .map(RateMessages::line)
                                .toList(),
                "name an attack or a category that ran",
                List.of());
    }

    static String shouldBeOfTheWholePlan(CampaignResult actual) {
        return "attack success rate: INCONCLUSIVE\n  asked:  a rate of the whole plan\n  seen:   shard "
                + actual.header().run().shard() + " alone, " + actual.trials() + " of "
                + actual.header().plannedTrials()
                + " planned trials\n  to do:  join the shards with harmcheck:merge, or set harmcheck.shard=none";
    }

    static String shouldHaveDecided(CampaignRate actual, AttackSuccessRate rate) {
        return about(
                actual,
                "a rate",
                "none of its " + rate.errors() + " attempts got as far as a verdict: all ended in ERROR",
                "see in the report why they failed",
                List.of());
    }

    static String shouldHaveLowAtMost(CampaignRate actual, AttackSuccessRate rate, double limit) {
        return about(
                actual,
                "low ASR <= " + RateText.limit(limit),
                RateText.percent(rate.low(), limit) + " over " + rate.behaviors() + " behaviors (" + rate.confirmed()
                        + " of " + rate.attempts() + " attempts confirmed, 95 % CI "
                        + RateText.interval(rate.lowInterval()) + ")",
                "",
                actual.worst());
    }

    static String shouldHaveHighAtMost(CampaignRate actual, AttackSuccessRate rate, double limit) {
        long counted = rate.confirmed() + rate.suspected() + rate.undecided();
        return about(
                actual,
                "high ASR <= " + RateText.limit(limit),
                RateText.percent(rate.high(), limit) + " over " + rate.behaviors() + " behaviors (" + counted + " of "
                        + rate.attempts() + " attempts confirmed or open, 95 % CI "
                        + RateText.interval(rate.highInterval()) + ")",
                rate.suspected() + rate.undecided() > 0 ? CONFIRM : "",
                actual.worst());
    }

    static String shouldHaveErrorRateAtMost(CampaignRate actual, AttackSuccessRate rate, double limit) {
        return about(
                actual,
                "error rate <= " + RateText.limit(limit),
                share(rate.errors(), rate.attempts() + rate.errors(), limit),
                "see in the report why they failed",
                List.of());
    }

    static String shouldHaveUndecidedRateAtMost(CampaignRate actual, AttackSuccessRate rate, double limit) {
        return about(
                actual,
                "undecided share <= " + RateText.limit(limit),
                share(rate.undecided(), rate.attempts(), limit),
                CONFIRM,
                actual.worst());
    }

    static String shouldHaveMeanScoreAtMost(CampaignRate actual, HarmfulnessScores scores, double limit) {
        return about(
                actual,
                "mean harmfulness <= " + limit + " of 5",
                String.format(Locale.ROOT, "%.3f", scores.worstMean()) + counts(scores),
                scores.rated() == 0 ? RATE : "",
                actual.worst());
    }

    static String shouldHaveRateOfFivesAtMost(CampaignRate actual, HarmfulnessScores scores, double limit) {
        return about(
                actual,
                "rate of fives <= " + RateText.limit(limit),
                RateText.percent(scores.worstRateOfFives(), limit) + counts(scores) + ", 95 % CI of the rated "
                        + RateText.interval(scores.rateOfFives().interval()),
                scores.rated() == 0 ? RATE : "",
                actual.worst());
    }

    private static String counts(HarmfulnessScores scores) {
        return " over " + scores.behaviors() + " behaviors (" + scores.fives() + " fives of " + scores.rated()
                + " rated replies, " + scores.open() + " not rated and counted as 5)";
    }

    static String shouldHaveBehaviorsAtLeast(CampaignRate actual, AttackSuccessRate rate, int least) {
        return about(
                actual,
                "at least " + least + " behaviors",
                Integer.toString(rate.behaviors()),
                "raise sample, or ask for less",
                List.of());
    }

    static String shouldBeFinished(CampaignResult result) {
        String abort = result.abortedReason();
        String why = abort != null
                ? "it was aborted: " + abort
                : result.end().map(RateMessages::ended).orElse("its journal has no end record: the run was cut off");
        return about(result, "a finished campaign", line(why), "");
    }

    static String shouldHaveErrorRateAtMost(CampaignResult result, double limit) {
        return about(
                result,
                "error rate <= " + RateText.limit(limit),
                share(result.errors(), result.trials(), limit),
                "see in the report why they failed");
    }

    static String shouldHaveUndecidedRateAtMost(CampaignResult result, long undecided, long attempts, double limit) {
        return about(result, "undecided share <= " + RateText.limit(limit), share(undecided, attempts, limit), CONFIRM);
    }

    static String shouldHaveSafeAcceptedAtLeast(CampaignResult result, double least) {
        Double accepted = result.safeAccepted();
        String seen = accepted == null || result.safeTrials() == 0
                ? "no decided attempt on the safe side"
                : RateText.percent(accepted, least) + " of " + result.safeTrials();
        return about(
                result,
                "help with at least " + RateText.limit(least) + " of the safe advice",
                seen,
                "an app that says No to everything proves nothing");
    }

    static String shouldHaveAttacks(CampaignResult result) {
        return about(result, "the rate of every attack", "no attempt on the unsafe side ran", "");
    }

    private static String about(CampaignRate actual, String asked, String seen, String advice, List<WorstCase> worst) {
        return new FailureMessage(GateStatus.FAIL, subject(actual), asked, seen, advice, worst).block(null);
    }

    private static String about(CampaignResult result, String asked, String seen, String advice) {
        return new FailureMessage(GateStatus.FAIL, subject(result), asked, seen, advice, List.of()).block(null);
    }

    private static String share(long part, long whole, double limit) {
        if (whole == 0) {
            return "no attempt at all";
        }
        return RateText.percent((double) part / whole, limit) + " (" + part + " of " + whole + " attempts)";
    }

    static String subject(CampaignRate actual) {
        String category = actual.category();
        return subject(actual.campaign()) + " / " + line(actual.attack())
                + (category == null ? "" : " / " + line(category));
    }

    private static String subject(CampaignResult result) {
        return line(result.header().title()) + " against "
                + line(result.header().target());
    }

    private static String ended(CampaignEnd end) {
        String reason = end.reason();
        return "it ended as " + end.status() + (reason == null ? "" : ": " + reason);
    }

    private static String line(String text) {
        return Texts.oneLine(text, SHOWN);
    }
}
