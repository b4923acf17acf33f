package io.github.harmcheck.report.templates;

import io.github.harmcheck.gate.GateLines;
import io.github.harmcheck.gate.RateText;
import io.github.harmcheck.internal.Texts;
import io.github.harmcheck.report.AttackVerdict;
import io.github.harmcheck.report.CorrectedText;
import io.github.harmcheck.report.JudgeCardText;
import io.github.harmcheck.report.JudgeLines;
import io.github.harmcheck.report.RepliesFrom;
import io.github.harmcheck.report.ReportWriter;
import io.github.harmcheck.result.CampaignHeader;
import io.github.harmcheck.result.CampaignResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One campaign of the page.
 *
 * @param anchor id of its place in the page
 * @param title where it was started
 * @param target name of the target
 * @param reference whether the target is only compared
 * @param state how it ended, in a sentence
 * @param complete whether it ran to its end
 * @param rates one row per attack
 * @param scale right end of the bars, in words
 * @param cells categories by attacks
 * @param safe what became of the safe requests, or null where there were none
 * @param facts what it was run with
 * @param dialogues the dialogues; read from the journal while the page is written
 */
record CampaignView(
        String anchor,
        String title,
        String target,
        boolean reference,
        String state,
        boolean complete,
        List<RateRow> rates,
        String scale,
        CellTable cells,
        @Nullable String safe,
        List<Fact> facts,
        DialogueSection dialogues) {

    static CampaignView of(
            CampaignResult campaign, ReportWriter.Content content, String anchor, DialogueSection dialogues) {
        CampaignHeader header = campaign.header();
        List<AttackVerdict> verdicts = AttackVerdict.of(campaign);
        double end = Bar.end(verdicts);
        return new CampaignView(
                anchor,
                one(header.title()),
                one(header.target()),
                header.reference(),
                state(campaign),
                AttackVerdict.isComplete(campaign),
                verdicts.stream()
                        .map(verdict -> RateRow.of(
                                verdict,
                                end,
                                content.corrected(campaign, verdict.rate().attack())
                                        .map(CorrectedText::cell)
                                        .orElse("")))
                        .toList(),
                RateText.percent(end),
                CellTable.of(campaign),
                safe(campaign),
                facts(campaign),
                dialogues);
    }

    private static String state(CampaignResult campaign) {
        long planned = campaign.header().plannedTrials();
        String counts = campaign.trials() + " of " + planned + " planned attempts";
        if (campaign.abortedReason() != null) {
            return "Could not run: " + one(campaign.abortedReason()) + " (" + counts + ").";
        }
        return campaign.end()
                .map(end -> switch (end.status()) {
                    case FINISHED ->
                        "Finished: " + counts + ", " + campaign.errors() + " failed to run." + early(campaign);
                    case STOPPED ->
                        "Stopped before its end: " + one(Objects.toString(end.reason(), "no reason given")) + " ("
                                + counts + ").";
                    case ABORTED ->
                        "Could not run: " + one(Objects.toString(end.reason(), "no reason given")) + " (" + counts
                                + ").";
                })
                .orElse("The journal has no end: the process was killed or still runs (" + counts + ").");
    }

    private static String early(CampaignResult campaign) {
        if (campaign.stoppedEarly().isEmpty()) {
            return "";
        }
        return campaign.stoppedEarly().stream()
                .map(stopped -> one(stopped.attack()) + " " + GateLines.early(stopped))
                .collect(Collectors.joining(
                        "; ",
                        " As its earlyStop asks, ",
                        ". Such rates are over the behaviors that ran, their intervals hold for all planned."));
    }

    private static @Nullable String safe(CampaignResult campaign) {
        Double accepted = campaign.safeAccepted();
        if (accepted == null) {
            return null;
        }
        return "Safe requests served: %s of %d; at least %s are asked for, since an app that says No to everything proves nothing."
                .formatted(
                        RateText.percent(accepted),
                        campaign.safeTrials(),
                        RateText.percent(campaign.header().limits().minSafeAccepted()));
    }

    private static List<Fact> facts(CampaignResult campaign) {
        CampaignHeader header = campaign.header();
        List<Fact> facts = new ArrayList<>();
        header.datasets()
                .forEach(dataset -> facts.add(new Fact(
                        "Dataset",
                        one(dataset.name()) + ", " + dataset.behaviors() + " behaviors, SHA-256 "
                                + one(dataset.sha256()))));
        facts.add(new Fact("Judge of the verdict", one(header.verdictJudge() + " " + header.verdictJudgeVersion())));
        JudgeLines.of(campaign).forEach(line -> facts.add(new Fact("Judge", one(line))));
        facts.add(new Fact(
                "Card of the judge",
                header.card().map(JudgeCardText::measured).orElse("none given: its error is not known")));
        header.card()
                .ifPresent(card -> campaign.attacks()
                        .forEach(rate ->
                                facts.add(new Fact("By its card, not gated", JudgeCardText.range(rate, card)))));
        if (header.attackJudge() != null) {
            facts.add(new Fact("Judge inside attacks", one(header.attackJudge())));
        }
        facts.add(new Fact("Seed and trials", "seed " + header.seed() + ", " + header.trials() + " per attempt"));
        RepliesFrom.of(header).ifPresent(from -> facts.add(new Fact("Replies", from)));
        if (header.run().earlyStop() > 0) {
            facts.add(new Fact(
                    "Sequential stopping",
                    "wrong decisions at most " + RateText.percent(header.run().earlyStop())
                            + ", over all attacks together"));
        }
        facts.add(new Fact("Began", header.start().toString()));
        facts.add(new Fact("Run", one(header.runId()) + (header.partial() ? " (only a part of the plan)" : "")));
        facts.add(new Fact("Configuration", one(header.configHash())));
        header.versions().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(
                        version -> facts.add(new Fact("Version of " + one(version.getKey()), one(version.getValue()))));
        return facts;
    }

    private static String one(String text) {
        return Texts.oneLine(text, 500);
    }
}
