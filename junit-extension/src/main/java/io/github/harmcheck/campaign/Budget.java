package io.github.harmcheck.campaign;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a campaign may use. A plan that needs more calls stops before the first; a run that reaches any of these stops
 * there and is inconclusive.
 *
 * @param maxCalls most turns that the target answers; those it turned away do not count
 * @param maxDuration longest time of the campaign, or null
 * @param maxTokens most tokens in and out, of target, attacker and judge together, or null
 * @param maxCost most that the tokens may cost at the prices given, or null
 * @param prices what tokens cost; zero where nobody said
 * @since 0.1.0
 */
public record Budget(
        long maxCalls,
        @Nullable Duration maxDuration,
        @Nullable Long maxTokens,
        @Nullable Double maxCost,
        Prices prices) {
    public Budget {
        if (maxCost != null && prices.areUnknown()) {
            throw new CampaignException("harmcheck.maxCost is " + maxCost
                    + ", but nobody said what tokens cost: set harmcheck.price = input/output per million tokens, for"
                    + " example 0.15/0.60");
        }
    }
}
