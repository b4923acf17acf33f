package io.github.harmcheck.target;

import io.github.harmcheck.core.Overload;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Optional;
import java.util.Set;

/**
 * Tells a call that an endpoint turned away without doing any work, which may be made again, from one that failed. It
 * serves calls of the app, of an attacker and of a judge alike. Thread-safe.
 *
 * @since 0.1.0
 */
public final class Overloads {
    private static final int DEEPEST_CAUSE = 10;

    /** Too many requests, service unavailable, and Anthropic's and others' own "overloaded". */
    private static final Set<Integer> BUSY = Set.of(429, 503, 529);

    private Overloads() {}

    /**
     * Returns how a call was turned away, or empty where it failed otherwise and must not be made again. An
     * {@link HttpTargetException} with HTTP 429, 503 or 529, a refused connection, a connection that was not taken up in time,
     * and what an installed {@link TargetAdapter} knows, each also as a cause of the exception. A host that has no
     * address, and a reply that had begun, are failures.
     */
    public static Optional<Overload> of(Throwable thrown) {
        return of(thrown, Adapters.installed());
    }

    static Optional<Overload> of(Throwable thrown, Adapters adapters) {
        Throwable current = thrown;
        for (int depth = 0; current != null && depth < DEEPEST_CAUSE; depth++) {
            if (current instanceof BrokenReplyException) {
                return Optional.empty();
            }
            if (current instanceof HttpTargetException http) {
                return isTurnedAway(http.status())
                        ? Optional.of(new Overload(
                                Overload.Kind.BUSY, http.retryAfter().orElse(null)))
                        : Optional.empty();
            }
            if (isNoConnection(current)) {
                return Optional.of(new Overload(Overload.Kind.UNREACHABLE, null));
            }
            current = current.getCause();
        }
        return adapters.overload(thrown);
    }

    private static boolean isTurnedAway(int status) {
        return BUSY.contains(status);
    }

    /** Java's client reports a host without an address as a failed connection too; asking again finds none either. */
    static boolean isNoConnection(Throwable thrown) {
        if (!(thrown instanceof ConnectException || thrown instanceof HttpConnectTimeoutException)) {
            return false;
        }
        Throwable cause = thrown.getCause();
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
            if (cause instanceof UnresolvedAddressException) {
                return false;
            }
            cause = cause.getCause();
        }
        return true;
    }
}
