package io.github.harmcheck.target;

import io.github.harmcheck.core.Overload;
import java.util.Optional;

/**
 * Recognises one kind of object as an app under test. Found by {@link java.util.ServiceLoader}. Implementations are
 * thread-safe.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface TargetAdapter {

    /**
     * Returns a target that talks to the candidate, or empty where this adapter does not know its kind.
     *
     * @throws IllegalArgumentException where it knows the kind but cannot talk to this one; the message says why and
     *     what to change
     */
    Optional<Target> adapt(Object candidate);

    /**
     * Returns which guardrail or content filter stood behind an exception of the app, or empty where it is a failure.
     * Asked by every adapter that runs the team's own code, so that a guardrail inside a {@code Function} is BLOCKED
     * and not ERROR. The exception is as it was thrown; its causes are the adapter's to search.
     */
    default Optional<String> blockedBy(Throwable thrown) {
        return Optional.empty();
    }

    /**
     * Returns how an endpoint turned a call away without doing any work for it, or empty where the exception is a
     * failure. The call may be made again, so anything that may have done work, such as a server error or a reply that
     * broke off, is a failure. The exception is as it was thrown; its causes are the adapter's to search. Ask through
     * {@link Overloads#of}.
     */
    default Optional<Overload> overload(Throwable thrown) {
        return Optional.empty();
    }

    /** Returns what this adapter takes, as it stands in a list of what is accepted. */
    default String accepts() {
        return "what " + getClass().getName() + " takes";
    }
}
