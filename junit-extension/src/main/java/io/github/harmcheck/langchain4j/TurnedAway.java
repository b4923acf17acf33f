package io.github.harmcheck.langchain4j;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.RateLimitException;
import io.github.harmcheck.core.Overload;
import java.util.Optional;

/**
 * Finds the provider's word that it has too much to do. langchain4j does not pass on how long the provider asks to wait.
 */
final class TurnedAway {
    private static final int DEEPEST_CAUSE = 10;

    private TurnedAway() {}

    static Optional<Overload> find(Throwable thrown) {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
            if (cause instanceof HttpException http) {
                int status = http.statusCode();
                return status == 429 || status == 503 || status == 529
                        ? Optional.of(Overload.UNTIMED)
                        : Optional.empty();
            }
            cause = cause.getCause();
        }
        return thrown instanceof RateLimitException ? Optional.of(Overload.UNTIMED) : Optional.empty();
    }
}
