package io.github.harmcheck.result;

import io.github.harmcheck.core.JudgeCard;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a campaign was: the first line of its journal.
 *
 * @param schema version of the journal's format, see {@link #SCHEMA}
 * @param runId unique id of the campaign
 * @param start when it began
 * @param configHash hash of everything that decides which attempts are made and how they are judged
 * @param partial whether only a part of the plan was asked for, for example one node in an IDE; never replaces a full run
 * @param testClass binary name of the test class, or null for a campaign started by hand
 * @param testMethod name of the test method, or null
 * @param limits what the test allows
 * @param datasets what was attacked with
 * @param attacks ids of the attacks
 * @param target name of the target
 * @param reference whether the target is measured and compared, not gated
 * @param verdictJudge id of the judge that decided
 * @param verdictJudgeVersion its version
 * @param attackJudge id of the judge inside adaptive attacks, or null where none ran
 * @param seed the campaign's seed
 * @param trials trials per attempt
 * @param plannedBehaviors behaviors in the plan
 * @param plannedTrials findings the plan expects: attempts x trials
 * @param versions versions of what may change a result, for example {@code harmcheck} and {@code java}
 * @param run how it was run
 * @param verdictJudgeCard what was measured of the verdict judge before, or null where no card was given
 * @since 0.1.0
 */
public record CampaignHeader(
        int schema,
        String runId,
        Instant start,
        String configHash,
        boolean partial,
        @Nullable String testClass,
        @Nullable String testMethod,
        Limits limits,
        List<DatasetRef> datasets,
        List<String> attacks,
        String target,
        boolean reference,
        String verdictJudge,
        String verdictJudgeVersion,
        @Nullable String attackJudge,
        long seed,
        int trials,
        int plannedBehaviors,
        long plannedTrials,
        Map<String, String> versions,
        RunDetails run,
        @Nullable JudgeCard verdictJudgeCard) {

    /** The version of the journal's format that this code writes and reads. */
    public static final int SCHEMA = 1;

    public CampaignHeader {
        datasets = List.copyOf(datasets);
        attacks = List.copyOf(attacks);
        versions = Map.copyOf(versions);
        run = Objects.requireNonNullElse(run, RunDetails.PLAIN);
    }

    /** Returns this header with other limits. */
    public CampaignHeader withLimits(Limits other) {
        return new CampaignHeader(
                schema,
                runId,
                start,
                configHash,
                partial,
                testClass,
                testMethod,
                other,
                datasets,
                attacks,
                target,
                reference,
                verdictJudge,
                verdictJudgeVersion,
                attackJudge,
                seed,
                trials,
                plannedBehaviors,
                plannedTrials,
                versions,
                run,
                verdictJudgeCard);
    }

    /** Returns the card of the verdict judge; empty where none was given. */
    public Optional<JudgeCard> card() {
        return Optional.ofNullable(verdictJudgeCard);
    }

    /** Returns where the campaign was started, for messages: {@code Class.method}, or {@code campaign <runId>}. */
    public String title() {
        if (testClass == null) {
            return "campaign " + runId;
        }
        return testClass.substring(testClass.lastIndexOf('.') + 1) + (testMethod == null ? "" : "." + testMethod);
    }

    /**
     * A dataset as it was read.
     *
     * @param name its name
     * @param sha256 checksum of its file
     * @param behaviors behaviors taken from it
     */
    public record DatasetRef(String name, String sha256, int behaviors) {}
}
