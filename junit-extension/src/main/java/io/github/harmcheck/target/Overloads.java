package io.github.harmcheck.target;

import io.github.harmcheck.core.Overload;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.util.Optional;

/** Tells a call that was turned away without any work from one that failed, whatever client made it. Thread-safe. */
public final class Overloads {
    private static final int DEEPEST_CAUSE = 10;

    private Overloads() {}

    /**
     * Returns the overload behind a failure of a call, or empty where the call may have been answered.
     *
     * @since 0.1.0
     */
    public static Optional<Overload> of(Throwable thrown) {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
            if (cause instanceof HttpTargetException http) {
                return http.overload();
            }
            if (cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException) {
                return Optional.of(Overload.UNTIMED);
            }
            cause = cause.getCause();
        }
        return Adapters.installed().all().stream()
                .map(adapter -> adapter.overload(thrown))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
