package io.github.harmcheck.core;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint turned a call away without doing any work: it has too much to do, or could not be reached at all. Such a
 * call can be made again without paying twice.
 *
 * @param pause how long it asked to wait, zero or more, or null where it did not say
 * @since 0.1.0
 */
public record Overload(@Nullable Duration pause) {
    /** Turned away without a word about when to come back. */
    public static final Overload UNTIMED = new Overload(null);

    /** Returns how long the endpoint asked everybody to wait, where it did. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(pause);
    }
}
