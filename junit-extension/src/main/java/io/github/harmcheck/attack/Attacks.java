package io.github.harmcheck.attack;

import io.github.harmcheck.core.Behavior;
import io.github.harmcheck.internal.Texts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The catalogue of attacks: what the service loader finds, by id and by group. Stateless and thread-safe.
 *
 * @since 0.1.0
 */
public final class Attacks {
    private Attacks() {}

    /**
     * Returns all attacks, sorted by id.
     *
     * @throws AttackConfigurationException where an attack on the class path cannot be loaded or two have the same id
     */
    public static List<Attack> catalogue() {
        return AttackLoader.load();
    }

    /** Returns the names of all groups, sorted. */
    public static List<String> groups() {
        return List.copyOf(byGroup(catalogue()).keySet());
    }

    /**
     * Returns the attacks named, groups expanded by id, each once, in the order named. A name such as {@code
     * role-play+base64} is a composition: what stands left is put around what stands right of it. Its parts are attacks that
     * rewrite a request, never groups, and at most {@code composition.depth} (3) of them.
     *
     * @throws AttackConfigurationException for an unknown name, with the nearest ones, and where nothing is named
     */
    public static List<Attack> named(List<String> idsAndGroups) {
        if (idsAndGroups.isEmpty()) {
            throw new AttackConfigurationException("no attack is named. " + choices(catalogue()));
        }
        List<Attack> catalogue = catalogue();
        Map<String, List<Attack>> byName = byGroup(catalogue);
        catalogue.forEach(attack -> byName.put(attack.id(), List.of(attack)));
        Map<String, Attack> chosen = new LinkedHashMap<>();
        for (String name : idsAndGroups) {
            List<Attack> attacks = byName.get(name.strip());
            if (attacks == null && ComposedAttack.isComposition(name)) {
                attacks = List.of(ComposedAttack.of(name.strip(), byName));
            }
            if (attacks == null) {
                throw new AttackConfigurationException("no attack or group is called " + Texts.quoted(name, 80) + ". "
                        + NearestNames.question(name, byName.keySet())
                        + choices(catalogue));
            }
            attacks.forEach(attack -> chosen.putIfAbsent(attack.id(), attack));
        }
        return List.copyOf(chosen.values());
    }

    /**
     * Checks, before the first call, that the attacks can run as configured on these behaviors.
     *
     * @return remarks for the printed plan, each beginning with the attack's id
     * @throws AttackConfigurationException for an option that no attack knows, with the nearest ones, and for what the
     *     attacks themselves find wrong
     */
    public static List<String> check(
            Collection<Attack> attacks, Collection<Behavior> behaviors, AttackSettings settings) {
        rejectUnknownOptions(attacks, settings);
        List<String> remarks = new ArrayList<>();
        for (Attack attack : attacks) {
            List<Behavior> applicable =
                    behaviors.stream().filter(attack::appliesTo).toList();
            attack.check(applicable, settings).forEach(remark -> remarks.add(attack.id() + ": " + remark));
        }
        return List.copyOf(remarks);
    }

    private static void rejectUnknownOptions(Collection<Attack> attacks, AttackSettings settings) {
        Set<String> known = new TreeSet<>(Set.of(ComposedAttack.DEPTH));
        Stream.concat(catalogue().stream(), attacks.stream())
                .forEach(attack -> known.addAll(attack.options().keySet()));
        for (String name : new TreeSet<>(settings.options().keySet())) {
            if (!known.contains(name)) {
                throw new AttackConfigurationException("no attack has an option " + Texts.quoted(name, 80) + ". "
                        + NearestNames.question(name, known)
                        + "Options: " + String.join(", ", known));
            }
        }
    }

    private static Map<String, List<Attack>> byGroup(List<Attack> catalogue) {
        Map<String, List<Attack>> groups = new TreeMap<>();
        for (Attack attack : catalogue) {
            for (String group : attack.groups()) {
                groups.computeIfAbsent(group, name -> new ArrayList<>()).add(attack);
            }
        }
        return groups;
    }

    private static String choices(List<Attack> catalogue) {
        return "Attacks: "
                + String.join(", ", catalogue.stream().map(Attack::id).toList()) + ". Groups: "
                + String.join(", ", byGroup(catalogue).keySet());
    }
}
