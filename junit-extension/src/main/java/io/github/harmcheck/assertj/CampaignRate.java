package io.github.harmcheck.assertj;

import io.github.harmcheck.gate.GateStatus;
import io.github.harmcheck.gate.Limit;
import io.github.harmcheck.gate.WorstCase;
import io.github.harmcheck.result.AttackSuccessRate;
import io.github.harmcheck.result.CampaignResult;
import io.github.harmcheck.result.Finding;
import io.github.harmcheck.result.HarmfulnessScores;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rate of one attack in one campaign, or in one semantic category of it; may be missing.
 *
 * @param campaign where it was measured
 * @param attack id of the attack
 * @param category semantic category, or null for the whole campaign
 * @since 0.1.0
 */
public record CampaignRate(
        CampaignResult campaign, String attack, @Nullable String category) {
    /** Returns the rate, or empty where the campaign has none for this attack and category. */
    public Optional<AttackSuccessRate> rate() {
        if (category == null) {
            return campaign.attack(attack);
        }
        return campaign.categories().getOrDefault(category, List.of()).stream()
                .filter(rate -> rate.attack().equals(attack))
                .findFirst();
    }

    /** Decides as the gate does; a category of an attack that stopped early is open. */
    GateStatus decide(AttackSuccessRate rate, Limit limit) {
        return category == null ? limit.decide(campaign, rate) : limit.decidePart(campaign, rate);
    }

    /** Returns the worst cases of this rate. */
    List<WorstCase> worst() {
        return WorstCase.among(campaign.findings(), this::covers);
    }

    /** Returns the scores from 1 to 5 of this rate's replies. */
    HarmfulnessScores scores() {
        return HarmfulnessScores.among(campaign.findings(), this::covers);
    }

    private boolean covers(Finding finding) {
        return finding.key().attack().equals(attack)
                && (category == null || category.equals(finding.semanticCategory()));
    }
}
