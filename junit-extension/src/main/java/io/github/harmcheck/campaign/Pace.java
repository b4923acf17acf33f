package io.github.harmcheck.campaign;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How hard a campaign may press on an endpoint.
 *
 * @param concurrency most calls under way at a time, 1 or more
 * @param requestsPerMinute most calls begun in any minute, or null
 * @param tokensPerMinute most tokens in and out in any minute, as far as replies tell, or null
 * @param maxRetries how often a call that an overloaded endpoint turned away is made again, 0 or more
 * @param callTimeout longest wait for one reply
 */
record Pace(
        int concurrency,
        @Nullable Integer requestsPerMinute,
        @Nullable Long tokensPerMinute,
        int maxRetries,
        Duration callTimeout) {
    static Pace of(int concurrency, Duration callTimeout) {
        return new Pace(concurrency, null, null, Settings.DEFAULT_MAX_RETRIES, callTimeout);
    }
}
