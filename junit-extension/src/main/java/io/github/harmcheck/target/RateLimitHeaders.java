package io.github.harmcheck.target;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads how long a server wants to be left alone. It may say so more than once; the longest wait counts. What cannot be
 * read says nothing.
 *
 * <p>Known are {@code Retry-After} in seconds or as a date (RFC 9110) and {@code retry-after-ms}; and, where nothing
 * remains, the reset of {@code RateLimit} and {@code RateLimit-Remaining}/{@code -Reset} (the drafts of IETF httpapi),
 * {@code x-ratelimit-remaining-requests}/{@code -tokens} (OpenAI), {@code anthropic-ratelimit-requests-remaining} and
 * the like, and {@code x-ratelimit-remaining}.
 */
final class RateLimitHeaders {
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}(?:\\.[0-9]{1,9})?");
    private static final Pattern EPOCH_SECONDS = Pattern.compile("[0-9]{10}");
    private static final Pattern UNITS = Pattern.compile("(?:[0-9]{1,9}(?:\\.[0-9]{1,9})?(?:ms|h|m|s))+");
    private static final Pattern UNIT = Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,9})?)(ms|h|m|s)");
    private static final Pattern REMAINING = Pattern.compile("(?:^|[;,\\s])(?:r|remaining)\\s*=\\s*([0-9]{1,18})");
    private static final Pattern RESET = Pattern.compile("(?:^|[;,\\s])(?:t|reset)\\s*=\\s*([0-9]{1,9})");

    /** Names of what remains and of when it is full again. */
    private static final List<String[]> PAIRS = List.of(
            new String[] {"x-ratelimit-remaining-requests", "x-ratelimit-reset-requests"},
            new String[] {"x-ratelimit-remaining-tokens", "x-ratelimit-reset-tokens"},
            new String[] {"x-ratelimit-remaining", "x-ratelimit-reset"},
            new String[] {"ratelimit-remaining", "ratelimit-reset"},
            new String[] {"anthropic-ratelimit-requests-remaining", "anthropic-ratelimit-requests-reset"},
            new String[] {"anthropic-ratelimit-tokens-remaining", "anthropic-ratelimit-tokens-reset"},
            new String[] {"anthropic-ratelimit-input-tokens-remaining", "anthropic-ratelimit-input-tokens-reset"},
            new String[] {"anthropic-ratelimit-output-tokens-remaining", "anthropic-ratelimit-output-tokens-reset"});

    private final HttpHeaders headers;
    private final Instant now;

    private RateLimitHeaders(HttpHeaders headers, Instant now) {
        this.headers = headers;
        this.now = now;
    }

    /**
     * Reads the headers of one answer.
     *
     * @param now our time; dates are compared with the server's own clock where it sent one
     */
    static RateLimitHeaders of(HttpHeaders headers, Instant now) {
        return new RateLimitHeaders(headers, now);
    }

    /** Returns how long an answer that turns a call away asks to wait. */
    Optional<Duration> retryAfter() {
        Duration longest = null;
        for (String value : headers.allValues("Retry-After")) {
            longest = longer(longest, wait(value.strip()));
        }
        for (String value : headers.allValues("retry-after-ms")) {
            longest = longer(longest, wait(value.strip() + "ms"));
        }
        return longest == null ? pause() : Optional.of(longest);
    }

    /** Returns how long nothing is left of what the server grants, or empty where something is. */
    Optional<Duration> pause() {
        if (!mentionsLimits()) {
            return Optional.empty();
        }
        Duration longest = null;
        for (String[] pair : PAIRS) {
            if (headers.allValues(pair[0]).stream()
                    .anyMatch(value -> value.strip().equals("0"))) {
                for (String value : headers.allValues(pair[1])) {
                    longest = longer(longest, wait(value.strip()));
                }
            }
        }
        for (String value : headers.allValues("RateLimit")) {
            for (String policy : value.contains("\"") ? value.split(",", 50) : new String[] {value}) {
                Matcher remaining = REMAINING.matcher(policy);
                Matcher reset = RESET.matcher(policy);
                if (remaining.find() && Long.parseLong(remaining.group(1)) == 0 && reset.find()) {
                    longest = longer(longest, Duration.ofSeconds(Long.parseLong(reset.group(1))));
                }
            }
        }
        return Optional.ofNullable(longest).filter(wait -> !wait.isZero());
    }

    /** Most answers say nothing of limits, and looking for each name in every answer would cost more than reading it. */
    private boolean mentionsLimits() {
        for (String name : headers.map().keySet()) {
            if (name.toLowerCase(Locale.ROOT).contains("ratelimit")) {
                return true;
            }
        }
        return false;
    }

    /** Reads seconds, a text such as {@code 6m0s}, a date, or the seconds since 1970. */
    private @Nullable Duration wait(String text) {
        if (SECONDS.matcher(text).matches()) {
            return duration(text, 1_000);
        }
        if (EPOCH_SECONDS.matcher(text).matches()) {
            return until(Instant.ofEpochSecond(Long.parseLong(text)));
        }
        if (UNITS.matcher(text).matches()) {
            Duration sum = Duration.ZERO;
            Matcher unit = UNIT.matcher(text);
            while (unit.find()) {
                sum = sum.plus(duration(unit.group(1), millis(unit.group(2))));
            }
            return sum;
        }
        Instant date = date(text);
        return date == null ? null : until(date);
    }

    private static long millis(String unit) {
        return switch (unit) {
            case "ms" -> 1;
            case "s" -> 1_000;
            case "m" -> 60_000;
            default -> 3_600_000;
        };
    }

    private static Duration duration(String number, long millis) {
        return Duration.ofNanos((long) (Double.parseDouble(number) * millis * 1_000_000));
    }

    private Duration until(Instant date) {
        Instant theirs = headers.firstValue("Date").map(RateLimitHeaders::date).orElse(now);
        return date.isAfter(theirs) ? Duration.between(theirs, date) : Duration.ZERO;
    }

    private static @Nullable Instant date(String text) {
        DateTimeFormatter format =
                text.contains(",") ? DateTimeFormatter.RFC_1123_DATE_TIME : DateTimeFormatter.ISO_OFFSET_DATE_TIME;
        try {
            return ZonedDateTime.parse(text, format).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable Duration longer(@Nullable Duration one, @Nullable Duration other) {
        return one == null || (other != null && other.compareTo(one) > 0) ? other : one;
    }
}
