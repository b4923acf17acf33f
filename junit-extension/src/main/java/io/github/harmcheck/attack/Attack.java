package io.github.harmcheck.attack;

import io.github.harmcheck.core.Behavior;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A method that turns a behavior into attempts to elicit it. Implementations are stateless and thread-safe, and found by
 * {@link java.util.ServiceLoader}; adding one is a new class and one line in the service file.
 *
 * @since 0.1.0
 */
public interface Attack {

    /** Returns the stable id that annotations and reports use, for example {@code base64}. */
    String id();

    /** Returns one sentence for the catalogue, ending with where the method comes from. */
    String description();

    /** Returns the groups this attack belongs to, for example {@code encodings} and {@code all-static}. */
    default Set<String> groups() {
        return Set.of();
    }

    /** Returns whether this attack can pose the behavior at all; one that it cannot gets no attempts. */
    boolean appliesTo(Behavior behavior);

    /**
     * Returns the attempts in a fixed order. The same behavior, settings and seed give byte-identical attempts.
     *
     * @throws AttackConfigurationException where a setting the attack needs is missing or wrong
     */
    Stream<Attempt> attempts(Behavior behavior, AttackSettings settings);
}
