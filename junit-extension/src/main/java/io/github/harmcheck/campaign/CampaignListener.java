package io.github.harmcheck.campaign;

import io.github.harmcheck.result.CampaignResult;
import io.github.harmcheck.result.Finding;

/**
 * Told what a campaign does. Called on engine threads; implementations are thread-safe and fast. What one throws is
 * logged and does not disturb the campaign.
 *
 * @since 0.1.0
 */
public interface CampaignListener {
    /** Called once before the first call to the target. */
    default void planned(Plan plan) {}

    /** Called after a finding was appended to the journal. */
    default void found(Finding finding) {}

    /** Called once after the last record was written. */
    default void ended(CampaignResult result) {}
}
