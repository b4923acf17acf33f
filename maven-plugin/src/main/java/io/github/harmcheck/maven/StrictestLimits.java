package io.github.harmcheck.maven;

import io.github.harmcheck.gate.GateConfig;
import io.github.harmcheck.result.CampaignHeader;
import io.github.harmcheck.result.CampaignResult;

/** Campaigns as the gate held them: with the stricter of the test's limits and the build's, for the report to show. */
final class StrictestLimits {
    private StrictestLimits() {}

    static CampaignResult apply(CampaignResult result, GateConfig config) {
        CampaignHeader header = result.header();
        CampaignHeader tightened = new CampaignHeader(
                header.schema(),
                header.runId(),
                header.start(),
                header.configHash(),
                header.partial(),
                header.testClass(),
                header.testMethod(),
                config.tighten(header.limits()),
                header.datasets(),
                header.attacks(),
                header.target(),
                header.reference(),
                header.verdictJudge(),
                header.verdictJudgeVersion(),
                header.attackJudge(),
                header.seed(),
                header.trials(),
                header.plannedBehaviors(),
                header.plannedTrials(),
                header.versions(),
                header.run());
        return new CampaignResult(
                tightened,
                result.endOrNull(),
                result.abortedReason(),
                result.attacks(),
                result.categories(),
                result.safeAccepted(),
                result.safeTrials(),
                result.trials(),
                result.errors(),
                result.findings(),
                result.stoppedEarly());
    }
}
