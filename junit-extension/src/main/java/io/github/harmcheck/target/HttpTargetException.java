package io.github.harmcheck.target;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Thrown where an app or a helper model behind HTTP did not give a usable reply: an error status, a body of the wrong kind, a missing
 * field. Names the endpoint without its query, and shows at most 200 characters of the body, in which values that came
 * from environment variables are masked.
 *
 * @since 0.1.0
 */
public final class HttpTargetException extends IOException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final @Nullable Duration retryAfter;

    HttpTargetException(String message, int status, @Nullable Duration retryAfter) {
        super(message);
        this.status = status;
        this.retryAfter = retryAfter;
    }

    /** Returns the HTTP status, 100 to 599, or 0 where no answer came. */
    public int status() {
        return status;
    }

    /**
     * Returns how long the server asked to wait before the next call: the longest of its {@code Retry-After} headers, in
     * seconds or as a date, else the reset of a rate limit of which nothing remains.
     */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
