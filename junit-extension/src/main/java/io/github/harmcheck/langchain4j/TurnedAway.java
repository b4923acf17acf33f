package io.github.harmcheck.langchain4j;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.RateLimitException;
import io.github.harmcheck.core.Overload;
import java.util.Optional;
import java.util.Set;

/**
 * Tells a provider that took up no work from one that failed. langchain4j's exceptions carry a status and the body, and
 * no headers, so how long a provider asked to wait is not known here.
 */
final class TurnedAway {
    private static final int DEEPEST_CAUSE = 10;

    /** Too many requests, service unavailable, and Anthropic's and others' own "overloaded". */
    private static final Set<Integer> BUSY = Set.of(429, 503, 529);

    private TurnedAway() {}

    static Optional<Overload> find(Throwable thrown) {
        boolean rateLimit = false;
        Throwable current = thrown;
        for (int depth = 0; current != null && depth < DEEPEST_CAUSE; depth++) {
            if (current instanceof HttpException http) {
                return BUSY.contains(http.statusCode()) ? Optional.of(busy()) : Optional.empty();
            }
            rateLimit |= current instanceof RateLimitException;
            current = current.getCause();
        }
        return rateLimit ? Optional.of(busy()) : Optional.empty();
    }

    private static Overload busy() {
        return new Overload(Overload.Kind.BUSY, null);
    }
}
