package io.github.harmcheck.core;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which attempt the current thread is about, so that what sits at the model's boundary knows what it records. Set by the
 * engine on the thread that talks to the app and the judge; code that the app runs on threads of its own does not see it.
 *
 * @since 0.1.0
 */
public final class CurrentAttempt {
    private static final ThreadLocal<@Nullable AttemptKey> CURRENT = new ThreadLocal<>();

    private CurrentAttempt() {}

    /** Returns the attempt this thread works on. */
    public static Optional<AttemptKey> get() {
        return Optional.ofNullable(CURRENT.get());
    }

    /** Says that this thread works on an attempt until the scope is closed, on the same thread. */
    public static Scope enter(AttemptKey key) {
        AttemptKey before = CURRENT.get();
        CURRENT.set(key);
        return () -> {
            if (before == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(before);
            }
        };
    }

    /** Ends what {@link #enter} began. */
    @FunctionalInterface
    public interface Scope extends AutoCloseable {
        @Override
        void close();
    }
}
