package io.github.harmcheck.attack;

import io.github.harmcheck.core.Behavior;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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

    /** Returns the name of the method as its source writes it, for example {@code PAIR}; the id by default. */
    default String name() {
        return id();
    }

    /** Returns where the method comes from: paper, section, or a project's own idea. */
    default String source() {
        return "HarmCheck";
    }

    /** Returns whether it is the published method, a variant of it, or a replay of test cases made elsewhere. */
    default AttackKind kind() {
        return AttackKind.NATIVE;
    }

    /** Returns what must be configured for it to run; nothing by default. */
    default Set<AttackNeed> needs() {
        return Set.of();
    }

    /**
     * Returns the ids of attacks whose verdicts this one must not change, since it asks for the same in another way: a
     * metamorphic relation. None by default. A variant is named after the one it follows, a dot, and a name of its own:
     * {@code unsafe-1.p2} follows {@code unsafe-1}; where the other attack has one variant, any name follows it.
     */
    default Set<String> followUpOf() {
        return Set.of();
    }

    /**
     * Returns the settings this attack reads from {@link AttackSettings#options}, by name, each with one line that says
     * what it means and its default. None by default. {@link Attacks#check} rejects settings that no attack knows.
     */
    default Map<String, String> options() {
        return Map.of();
    }

    /** Returns whether this attack can pose the behavior at all; one that it cannot gets no attempts. */
    boolean appliesTo(Behavior behavior);

    /**
     * Looks at all behaviors of a campaign before the first attempt is made. Called through {@link Attacks#check}.
     *
     * @param behaviors those this attack applies to
     * @return remarks for the printed plan; empty by default
     * @throws AttackConfigurationException where the attack cannot run as configured
     */
    default List<String> check(Collection<Behavior> behaviors, AttackSettings settings) {
        return List.of();
    }

    /**
     * Returns the attempts in a fixed order. The same behavior, settings and seed give byte-identical attempts. Attempts
     * are made as the stream is read, and a static one makes its text only when it is played.
     *
     * @throws AttackConfigurationException where a setting the attack needs is missing or wrong
     */
    Stream<Attempt> attempts(Behavior behavior, AttackSettings settings);
}
