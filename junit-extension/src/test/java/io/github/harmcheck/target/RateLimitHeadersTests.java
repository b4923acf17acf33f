package io.github.harmcheck.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RateLimitHeadersTests {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    /** Takes lines such as {@code Name: value}. */
    private static RateLimitHeaders headers(String... lines) {
        Map<String, List<String>> map = new LinkedHashMap<>();
        for (String line : lines) {
            int colon = line.indexOf(':');
            map.computeIfAbsent(line.substring(0, colon), name -> new ArrayList<>())
                    .add(line.substring(colon + 1));
        }
        return RateLimitHeaders.of(HttpHeaders.of(map, (name, value) -> true), NOW);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 0",
                "7 | 7000",
                "1.5 | 1500",
                "Sun, 01 Mar 2026 12:00:30 GMT | 30000",
                "Sun, 01 Mar 2026 11:00:00 GMT | 0",
            })
    void retryAfterIsSecondsOrADate(String value, long millis) {
        assertThat(headers("Retry-After: " + value).retryAfter()).contains(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-1", "1e9", "99999999999999999999", "Sun, 99 Mar 2026 12:00:30 GMT", "1.2.3"})
    void whatCannotBeReadSaysNothing(String value) {
        assertThat(headers("Retry-After: " + value).retryAfter()).isEmpty();
        assertThat(headers("x-ratelimit-remaining-requests: 0", "x-ratelimit-reset-requests: " + value)
                        .pause())
                .isEmpty();
    }

    @Test
    void aDateIsComparedWithTheServersClock() {
        assertThat(headers("Date: Sun, 01 Mar 2026 09:00:00 GMT", "Retry-After: Sun, 01 Mar 2026 09:00:20 GMT")
                        .retryAfter())
                .contains(Duration.ofSeconds(20));
    }

    @Test
    void ofSeveralTheLongestCounts() {
        assertThat(headers("Retry-After: 2", "Retry-After: 9", "Retry-After: 3", "retry-after-ms: 1500")
                        .retryAfter())
                .contains(Duration.ofSeconds(9));
        assertThat(headers("Retry-After: 1", "retry-after-ms: 1500").retryAfter())
                .contains(Duration.ofMillis(1_500));
    }

    @Test
    void withoutRetryAfterTheResetOfAnEmptyLimitIsTheWait() {
        assertThat(headers("x-ratelimit-remaining-requests: 0", "x-ratelimit-reset-requests: 6m0s")
                        .retryAfter())
                .contains(Duration.ofMinutes(6));
        assertThat(headers("x-ratelimit-remaining-requests: 0", "x-ratelimit-reset-requests: 6m0s", "Retry-After: 2")
                        .retryAfter())
                .contains(Duration.ofSeconds(2));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x-ratelimit-remaining-requests: 0 | x-ratelimit-reset-requests: 20ms | 20",
                "X-RateLimit-Remaining-Requests: 0 | X-RateLimit-Reset-Requests: 1h0m2.5s | 3602500",
                "x-ratelimit-remaining-tokens: 0 | x-ratelimit-reset-tokens: 7.66s | 7660",
                "RateLimit-Remaining: 0 | RateLimit-Reset: 12 | 12000",
                "x-ratelimit-remaining: 0 | x-ratelimit-reset: 1772366410 | 10000",
                "anthropic-ratelimit-requests-remaining: 0 | anthropic-ratelimit-requests-reset: 2026-03-01T12:00:05Z | 5000",
                "anthropic-ratelimit-output-tokens-remaining: 0 | anthropic-ratelimit-output-tokens-reset: 2026-03-01T12:01:00Z | 60000",
                "RateLimit: limit=10, remaining=0, reset=8 | X-Other: 1 | 8000",
                "RateLimit: \"burst\";r=0;t=4, \"day\";r=9;t=900 | X-Other: 1 | 4000",
            })
    void nothingLeftIsAPauseUntilTheReset(String remaining, String reset, long millis) {
        assertThat(headers(remaining, reset).pause()).contains(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x-ratelimit-remaining-requests: 3 | x-ratelimit-reset-requests: 20s",
                "RateLimit-Remaining: 10 | RateLimit-Reset: 12",
                "RateLimit: limit=10, remaining=1, reset=8 | X-Other: 1",
                "RateLimit: \"burst\";r=5;t=4 | X-Other: 1",
                "x-ratelimit-remaining-tokens: 0 | X-Other: 1",
                "Retry-After: 5 | X-Other: 1",
            })
    void somethingLeftIsNoPause(String one, String other) {
        assertThat(headers(one, other).pause()).isEqualTo(Optional.empty());
    }
}
