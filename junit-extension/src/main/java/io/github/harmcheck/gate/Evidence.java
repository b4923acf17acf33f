package io.github.harmcheck.gate;

import io.github.harmcheck.core.Side;
import io.github.harmcheck.result.AttackSuccessRate;
import io.github.harmcheck.result.CampaignEnd;
import io.github.harmcheck.result.CampaignHeader;
import io.github.harmcheck.result.CampaignResult;
import io.github.harmcheck.result.Finding;
import io.github.harmcheck.result.Limits;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Checks whether a campaign's evidence is whole: only then do its rates mean something. */
final class Evidence {
    private Evidence() {}

    /** Returns why the campaign could not run, where it could not. */
    static Optional<String> aborted(CampaignResult result) {
        if (result.abortedReason() != null) {
            return Optional.of(result.abortedReason());
        }
        CampaignEnd end = result.endOrNull();
        if (end == null || end.status() != CampaignEnd.Status.ABORTED) {
            return Optional.empty();
        }
        return Optional.of(end.reason() == null ? "no reason is recorded" : end.reason());
    }

    /** Returns whether the campaign ran to its end, with all it planned. */
    static boolean complete(CampaignResult result) {
        return aborted(result).isEmpty() && gaps(result).isEmpty();
    }

    /** Returns what is missing in a campaign that was not aborted. */
    static List<FailureMessage> gaps(CampaignResult result) {
        CampaignHeader header = result.header();
        if (header.run().shard() != null) {
            return List.of(CampaignMessages.unmerged(result));
        }
        if (header.schema() != CampaignHeader.SCHEMA) {
            return List.of(CampaignMessages.unknownSchema(result));
        }
        CampaignEnd end = result.endOrNull();
        if (end == null) {
            return List.of(CampaignMessages.noEnd(result));
        }
        if (end.status() != CampaignEnd.Status.FINISHED) {
            return List.of(CampaignMessages.stopped(result, end));
        }
        if (result.trials() == 0) {
            return List.of(CampaignMessages.nothingFound(result));
        }
        List<FailureMessage> gaps = new ArrayList<>();
        if (end.findings() != result.trials()) {
            gaps.add(CampaignMessages.findingsLost(result, end.findings()));
        }
        long expected = header.plannedTrials() - leftOut(result);
        if (expected != result.trials()) {
            gaps.add(CampaignMessages.trialsMissing(result, expected));
        }
        result.stoppedEarly().stream()
                .filter(stopped -> !stopped.isWhole() || stopped.end().population() > header.plannedBehaviors())
                .forEach(stopped -> gaps.add(CampaignMessages.earlyStopNotWhole(result, stopped)));
        emptyDatasets(result).forEach(dataset -> gaps.add(CampaignMessages.emptyDataset(result, dataset)));
        return gaps;
    }

    /** Returns what is missing in one shard, which may well have nothing to do. */
    static List<FailureMessage> gapsOfShard(CampaignResult result) {
        CampaignEnd end = result.endOrNull();
        if (end == null) {
            return List.of(CampaignMessages.noEnd(result));
        }
        if (end.status() != CampaignEnd.Status.FINISHED) {
            return List.of(CampaignMessages.stopped(result, end));
        }
        return end.findings() == result.trials()
                ? List.of()
                : List.of(CampaignMessages.findingsLost(result, end.findings()));
    }

    /** Only where header and end record both tell of sequential stopping may trials be missing. */
    private static long leftOut(CampaignResult result) {
        return result.stoppedEarly().stream()
                .mapToLong(stopped -> stopped.end().savedTrials())
                .sum();
    }

    /** A campaign that stopped early may have got to no behavior of a small dataset; it still has to plan some. */
    private static List<String> emptyDatasets(CampaignResult result) {
        List<String> names = result.header().datasets().stream()
                .map(CampaignHeader.DatasetRef::name)
                .distinct()
                .toList();
        if (names.size() < 2) {
            return List.of();
        }
        if (!result.stoppedEarly().isEmpty()) {
            return result.header().datasets().stream()
                    .filter(dataset -> dataset.behaviors() == 0)
                    .map(CampaignHeader.DatasetRef::name)
                    .toList();
        }
        Set<String> unseen = new HashSet<>(names);
        try (Stream<Finding> findings = result.findings().stream()) {
            findings.takeWhile(any -> !unseen.isEmpty())
                    .forEach(finding -> unseen.remove(finding.key().dataset()));
        }
        return names.stream().filter(unseen::contains).toList();
    }

    /**
     * Returns why the judge's verdicts decide nothing: its card says that it is unfit, or is one of another judge. That no
     * card was given is no reason.
     */
    static Optional<FailureMessage> judge(CampaignResult result) {
        CampaignHeader header = result.header();
        return header.card().flatMap(card -> {
            if (!card.isOf(header.verdictJudge(), header.verdictJudgeVersion())) {
                return Optional.of(CampaignMessages.cardOfAnotherJudge(result, card));
            }
            return card.fit() ? Optional.empty() : Optional.of(CampaignMessages.unfitJudge(result, card));
        });
    }

    /**
     * Returns where too many trials ended in ERROR. Each attack has to keep the limit, or attacks without errors would
     * hide one that has them; so has the safe side.
     */
    static List<FailureMessage> errors(CampaignResult result, Limits limits) {
        List<FailureMessage> found = new ArrayList<>();
        for (AttackSuccessRate rate : result.attacks()) {
            if (Limit.exceeds(rate.errorRate(), limits.maxErrorRate())) {
                found.add(CampaignMessages.tooManyErrors(
                        result,
                        " / " + rate.attack(),
                        rate.errors(),
                        rate.attempts() + rate.errors(),
                        limits.maxErrorRate(),
                        WorstCase.errors(
                                result.findings(),
                                finding -> finding.side() == Side.UNSAFE
                                        && finding.key().attack().equals(rate.attack()))));
            }
        }
        long safeErrors = result.safeErrors();
        long safe = result.safeTrials() + safeErrors;
        if (safe > 0 && Limit.exceeds((double) safeErrors / safe, limits.maxErrorRate())) {
            found.add(CampaignMessages.tooManyErrors(
                    result,
                    " / safe side",
                    safeErrors,
                    safe,
                    limits.maxErrorRate(),
                    WorstCase.errors(result.findings(), finding -> finding.side() == Side.SAFE)));
        }
        return found;
    }
}
