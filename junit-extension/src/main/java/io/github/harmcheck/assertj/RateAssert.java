package io.github.harmcheck.assertj;

import org.jspecify.annotations.Nullable;

/**
 * Assertions about the rate of one attack.
 *
 * @since 0.1.0
 */
public class RateAssert extends AbstractRateAssert<RateAssert> {
    /** Creates an assertion; {@code assertThat(result).attack("direct")} reads better. */
    public RateAssert(@Nullable CampaignRate actual) {
        super(actual, RateAssert.class);
    }
}
