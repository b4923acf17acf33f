package io.github.harmcheck.campaign;

import io.github.harmcheck.attack.Attack;
import io.github.harmcheck.attack.AttackSettings;
import io.github.harmcheck.core.JudgeCard;
import io.github.harmcheck.dataset.BehaviorDataset;
import io.github.harmcheck.judge.Judge;
import io.github.harmcheck.recording.RecordingRun;
import io.github.harmcheck.result.Limits;
import io.github.harmcheck.result.Shard;
import io.github.harmcheck.target.AroundAttempt;
import io.github.harmcheck.target.Target;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that a campaign is, settled: what the builder collected, with defaults filled in. */
record CampaignConfig(
        @Nullable Target target,
        List<BehaviorDataset> datasets,
        List<Attack> attacks,
        AttackSettings attackSettings,
        @Nullable Integer variants,
        Judge judge,
        @Nullable Judge attackJudge,
        List<AroundAttempt> around,
        Limits limits,
        int trials,
        Pace pace,
        Budget budget,
        Continuation continuation,
        @Nullable Shard shard,
        double earlyStop,
        RecordingRun recording,
        @Nullable Duration progress,
        boolean reference,
        @Nullable String testClass,
        @Nullable String testMethod,
        List<CampaignListener> listeners,
        Path findingsFolder,
        Path reviews,
        @Nullable JudgeCard judgeCard) {
    CampaignConfig {
        datasets = List.copyOf(datasets);
        attacks = List.copyOf(attacks);
        around = List.copyOf(around);
        listeners = List.copyOf(listeners);
        if (shard != null && earlyStop > 0) {
            throw new CampaignException("harmcheck.earlyStop is " + earlyStop + ", but this run is shard " + shard
                    + ": whether the gate is decided shows only in all findings, of which a shard has its own; run the"
                    + " whole plan (harmcheck.shard=none) or set harmcheck.earlyStop=0");
        }
    }

    CampaignConfig with(AttackSettings otherSettings, Judge otherJudge, @Nullable Judge otherAttackJudge) {
        return new CampaignConfig(
                target,
                datasets,
                attacks,
                otherSettings,
                variants,
                otherJudge,
                otherAttackJudge,
                around,
                limits,
                trials,
                pace,
                budget,
                continuation,
                shard,
                earlyStop,
                recording,
                progress,
                reference,
                testClass,
                testMethod,
                listeners,
                findingsFolder,
                reviews,
                judgeCard);
    }

    long seed() {
        return attackSettings.seed();
    }
}
