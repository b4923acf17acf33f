package io.github.harmcheck.maven;

import io.github.harmcheck.gate.GateConfig;
import io.github.harmcheck.result.CampaignHeader;
import io.github.harmcheck.result.CampaignResult;

/** Campaigns as the gate held them: with the stricter of the test's limits and the build's, for the report to show. */
final class StrictestLimits {
    private StrictestLimits() {}

    static CampaignResult apply(CampaignResult result, GateConfig config) {
        CampaignHeader header = result.header();
        return new CampaignResult(
                header.withLimits(config.tighten(header.limits())),
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
