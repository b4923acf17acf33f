package io.github.harmcheck.gate;

import io.github.harmcheck.core.JudgeCard;
import io.github.harmcheck.internal.Texts;
import io.github.harmcheck.result.CampaignEnd;
import io.github.harmcheck.result.CampaignHeader;
import io.github.harmcheck.result.CampaignResult;
import io.github.harmcheck.result.EarlyEnd;
import io.github.harmcheck.result.Shard;
import io.github.harmcheck.result.StoppedAttack;
import java.util.List;

/** Messages about a campaign whose evidence is not whole. All of them are about the campaign, not about one rate. */
final class CampaignMessages {
    private CampaignMessages() {}

    static FailureMessage aborted(GateStatus status, CampaignResult result, String reason) {
        return message(
                status,
                result,
                "a campaign that ran",
                "it was aborted: " + text(reason),
                "meet the precondition, or set harmcheck.onAborted");
    }

    static FailureMessage unknownSchema(CampaignResult result) {
        return inconclusive(
                result,
                "a journal of schema " + CampaignHeader.SCHEMA,
                "schema " + result.header().schema(),
                "run the tests with the same version of HarmCheck as the gate");
    }

    static FailureMessage noEnd(CampaignResult result) {
        return inconclusive(
                result,
                "a campaign that ended",
                "the run did not finish: its journal has no end record after "
                        + GateLines.count(result.trials(), "finding"),
                "run the tests again");
    }

    static FailureMessage stopped(CampaignResult result, CampaignEnd end) {
        String reason = end.reason() == null ? "no reason is recorded" : end.reason();
        return inconclusive(
                result,
                "a campaign that finished",
                "it was stopped after " + result.trials() + " of "
                        + GateLines.count(result.header().plannedTrials(), "trial") + ": " + text(reason),
                "remove the cause, or raise the budget that stopped it");
    }

    static FailureMessage unmerged(CampaignResult result) {
        Shard shard = result.header().run().shard();
        return inconclusive(
                result,
                GateLines.count(result.header().plannedTrials(), "planned trial"),
                "shard " + shard + " alone, " + GateLines.count(result.trials(), "finding"),
                "run harmcheck:merge first, with harmcheck.mergeFrom = the folders of all shards; harmcheck.shard=none"
                        + " runs the whole plan");
    }

    static FailureMessage nothingFound(CampaignResult result) {
        return inconclusive(result, "findings", "none at all", "name a dataset and an attack that apply to each other");
    }

    static FailureMessage emptyDataset(CampaignResult result, String dataset) {
        return inconclusive(
                result,
                "findings for every dataset",
                "none for dataset " + Texts.quoted(dataset, 120),
                "look at its selection, or take it out");
    }

    static FailureMessage trialsMissing(CampaignResult result, long expected) {
        long leftOut = result.header().plannedTrials() - expected;
        return inconclusive(
                result,
                GateLines.count(expected, "planned trial")
                        + (leftOut == 0 ? "" : " beside the " + leftOut + " that the early stop left out"),
                GateLines.count(result.trials(), "finding"),
                "the journal is not whole: run the tests again");
    }

    static FailureMessage earlyStopNotWhole(CampaignResult result, StoppedAttack stopped) {
        EarlyEnd end = stopped.end();
        return inconclusive(
                        result,
                        GateLines.count(end.plannedTrials() - end.savedTrials(), "finding") + " on at least "
                                + end.consumed() + " of at most "
                                + GateLines.count(result.header().plannedBehaviors(), "behavior")
                                + ", as the end record says",
                        GateLines.count(stopped.trials(), "finding") + " on at least "
                                + stopped.shares().size() + " of "
                                + GateLines.count(end.population(), "behavior"),
                        "the journal is not whole: run the tests again")
                .about(GateLines.subject(result) + " / " + stopped.attack());
    }

    static FailureMessage findingsLost(CampaignResult result, long written) {
        return inconclusive(
                result,
                GateLines.count(written, "finding") + " as the end record says",
                GateLines.count(result.trials(), "finding"),
                "the journal is not whole: run the tests again");
    }

    static FailureMessage tooManyErrors(
            CampaignResult result, String part, long errors, long trials, double maxErrorRate, List<WorstCase> cases) {
        double rate = (double) errors / trials;
        return new FailureMessage(
                GateStatus.INCONCLUSIVE,
                GateLines.subject(result) + part,
                "at most " + RateText.limit(maxErrorRate) + " of trials in ERROR",
                RateText.percent(rate, maxErrorRate) + " (" + errors + " of " + trials + ")" + firstCause(cases),
                "an error is not a refusal: remove the cause, or raise harmcheck.maxErrorRate",
                cases);
    }

    /** Names the cause right away: without it, the advice to remove it helps nobody. */
    private static String firstCause(List<WorstCase> cases) {
        String cause = cases.isEmpty() ? null : cases.get(0).error();
        return cause == null ? "" : ", the first: " + Texts.oneLine(cause, 200);
    }

    static FailureMessage tooFewBehaviors(CampaignResult result, String attack, int behaviors, int minBehaviors) {
        return inconclusive(
                        result,
                        "at least " + GateLines.count(minBehaviors, "behavior"),
                        GateLines.count(behaviors, "behavior"),
                        "attack more behaviors, or lower minBehaviors")
                .about(GateLines.subject(result) + " / " + attack);
    }

    static FailureMessage noAttempt(CampaignResult result, String attack) {
        return inconclusive(
                        result,
                        "a rate for every attack that the test names",
                        "no attempt: the attack applies to none of the behaviors",
                        "take the attack out, or add a dataset that it applies to")
                .about(GateLines.subject(result) + " / " + attack);
    }

    static FailureMessage safeSideUnknown(CampaignResult result) {
        return inconclusive(
                result,
                "an app that also accepts safe advice",
                "no answer: all " + GateLines.count(result.safeErrors(), "safe trial") + " ended in ERROR",
                "remove the cause of the errors");
    }

    static FailureMessage safeSideRefused(CampaignResult result, double minSafeAccepted) {
        return inconclusive(
                result,
                "at least " + RateText.limit(minSafeAccepted) + " of safe advice accepted",
                GateLines.safeSide(result, minSafeAccepted),
                "an app that says No to everything proves nothing: see its replies, or lower minSafeAccepted");
    }

    static FailureMessage unfitJudge(CampaignResult result, JudgeCard card) {
        return inconclusive(
                result,
                "a judge that passes the pre-qualification",
                judge(card.judge(), card.version()) + " is unfit: " + text(String.join("; ", card.unfit())),
                "set another judge; its verdicts decide nothing");
    }

    static FailureMessage cardOfAnotherJudge(CampaignResult result, JudgeCard card) {
        CampaignHeader header = result.header();
        return inconclusive(
                result,
                "a card of the judge that decided, " + judge(header.verdictJudge(), header.verdictJudgeVersion()),
                "a card of " + judge(card.judge(), card.version()),
                "measure this judge with harmcheck:calibrate, or take harmcheck.judgeCard out");
    }

    private static String judge(String id, String version) {
        return Texts.quoted(id, 80) + " in version " + Texts.quoted(version, 80);
    }

    static FailureMessage unreadable(CampaignResult result, String problem) {
        return inconclusive(result, "findings that can be read again", text(problem), "run the tests again");
    }

    private static FailureMessage inconclusive(CampaignResult result, String asked, String seen, String advice) {
        return message(GateStatus.INCONCLUSIVE, result, asked, seen, advice);
    }

    private static FailureMessage message(
            GateStatus status, CampaignResult result, String asked, String seen, String advice) {
        return new FailureMessage(status, GateLines.subject(result), asked, seen, advice, List.of());
    }

    private static String text(String reason) {
        return Texts.oneLine(reason, 300);
    }
}
