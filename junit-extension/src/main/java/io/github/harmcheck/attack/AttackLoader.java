package io.github.harmcheck.attack;

import io.github.harmcheck.core.AttemptKey;
import io.github.harmcheck.internal.Texts;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** Finds attacks with the service loader and checks that their names are usable. */
final class AttackLoader {
    private AttackLoader() {}

    /** Returns all attacks, sorted by id. */
    static List<Attack> load() {
        Map<String, Attack> byId = new TreeMap<>();
        try {
            for (Attack attack : ServiceLoader.load(Attack.class, classLoader())) {
                add(attack, byId);
            }
        } catch (ServiceConfigurationError e) {
            throw new AttackConfigurationException(
                    "an attack named in META-INF/services/" + Attack.class.getName() + " cannot be loaded: "
                            + Texts.oneLine(String.valueOf(e.getMessage()), 500),
                    e);
        }
        for (Attack attack : byId.values()) {
            for (String group : attack.groups()) {
                if (byId.containsKey(group)) {
                    throw new AttackConfigurationException("the attack " + attack.id() + " (" + className(attack)
                            + ") names the group \"" + group + "\", which is the id of an attack. Rename the group");
                }
            }
        }
        return List.copyOf(byId.values());
    }

    private static void add(Attack attack, Map<String, Attack> byId) {
        if (!AttemptKey.isPart(attack.id())) {
            throw new AttackConfigurationException("the id of " + className(attack)
                    + " is 1 to 120 letters, digits or . _ + - , and this one is not: "
                    + Texts.quoted(attack.id(), 60));
        }
        Attack other = byId.putIfAbsent(attack.id(), attack);
        if (other != null) {
            throw new AttackConfigurationException("two attacks have the id \"" + attack.id() + "\": "
                    + className(other) + " and " + className(attack) + ". Rename one");
        }
    }

    /**
     * The context class loader sees a user's own attacks, but a pool thread or a container may have one that does not
     * see this class; ours always does.
     */
    private static ClassLoader classLoader() {
        ClassLoader own = Attack.class.getClassLoader();
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        if (context == null) {
            return own;
        }
        try {
            return Class.forName(Attack.class.getName(), false, context) == Attack.class ? context : own;
        } catch (ClassNotFoundException e) {
            return own;
        }
    }

    private static String className(Attack attack) {
        return attack.getClass().getName();
    }
}
