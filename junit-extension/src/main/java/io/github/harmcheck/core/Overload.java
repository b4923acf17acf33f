package io.github.harmcheck.core;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint turned a call away before it did any work for it, so that the call may be made again.
 *
 * @param kind how it did so
 * @param pause how long it asked to be left alone, or null where it did not say; zero or more
 * @since 0.1.0
 */
public record Overload(Kind kind, @Nullable Duration pause) {

    /** How a call was turned away. */
    public enum Kind {
        /** The endpoint answered that it takes no more calls for now: HTTP 429 or 503, or a rate limit. */
        BUSY,
        /** No connection came about: it was refused, or not taken up in time. */
        UNREACHABLE
    }

    public Overload {
        if (pause != null && pause.isNegative()) {
            throw new IllegalArgumentException("a pause is zero or more, was " + pause);
        }
    }

    /** Returns how long the endpoint asked to be left alone. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(pause);
    }
}
