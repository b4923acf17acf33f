package io.github.harmcheck.attack;

import java.util.List;

/**
 * The catalogue of attacks: what the service loader finds, by id and by group.
 *
 * @since 0.1.0
 */
public final class Attacks {
    private Attacks() {}

    /** Returns all attacks, sorted by id. */
    public static List<Attack> catalogue() {
        return List.of();
    }

    /**
     * Returns the attacks named, groups expanded by id, each once, in the order named.
     *
     * @throws AttackConfigurationException for an unknown name; the message lists the nearest ids
     */
    public static List<Attack> named(List<String> idsAndGroups) {
        throw new AttackConfigurationException("no attack is called " + idsAndGroups);
    }
}
