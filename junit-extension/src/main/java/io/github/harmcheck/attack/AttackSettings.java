package io.github.harmcheck.attack;

import io.github.harmcheck.llm.TextGenerator;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an attack may depend on besides the behavior.
 *
 * @param seed the campaign's seed
 * @param options settings by name, for example {@code human-jailbreaks.templates} = a file; each attack documents its own
 * @param attackerOrNull the helper model that writes for the attacker, or null where none is configured
 * @since 0.1.0
 */
public record AttackSettings(
        long seed, Map<String, String> options, @Nullable TextGenerator attackerOrNull) {
    public AttackSettings {
        options = Map.copyOf(options);
    }

    /** Creates settings without options and attacker. */
    public static AttackSettings withSeed(long seed) {
        return new AttackSettings(seed, Map.of(), null);
    }

    /** Returns the attacker model. */
    public Optional<TextGenerator> attacker() {
        return Optional.ofNullable(attackerOrNull);
    }

    /** Returns a setting. */
    public Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }
}
