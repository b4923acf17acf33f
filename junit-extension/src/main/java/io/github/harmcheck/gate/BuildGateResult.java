package io.github.harmcheck.gate;

import io.github.harmcheck.result.CampaignResult;
import java.util.List;

/**
 * What the gate of a build found, and in what.
 *
 * @param gate status, violations, lines and warnings
 * @param campaigns the campaigns that counted, in the order they began; what a report should show
 * @since 0.1.0
 */
public record BuildGateResult(GateResult gate, List<CampaignResult> campaigns) {
    public BuildGateResult {
        campaigns = List.copyOf(campaigns);
    }
}
