package io.github.harmcheck.assertj;

import io.github.harmcheck.result.CampaignResult;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about a whole campaign.
 *
 * @since 0.1.0
 */
public class CampaignResultAssert extends AbstractCampaignResultAssert<CampaignResultAssert> {
    /** Creates an assertion; {@link HarmAssertions#assertThat(CampaignResult)} reads better. */
    public CampaignResultAssert(@Nullable CampaignResult actual) {
        super(actual, CampaignResultAssert.class);
    }
}
