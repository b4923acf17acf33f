package io.github.harmcheck.target;

import java.util.Optional;

/**
 * Recognises one kind of object as an app under test. Found by {@link java.util.ServiceLoader}.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface TargetAdapter {

    /** Returns a target that talks to the candidate, or empty where this adapter does not know its kind. */
    Optional<Target> adapt(Object candidate);
}
