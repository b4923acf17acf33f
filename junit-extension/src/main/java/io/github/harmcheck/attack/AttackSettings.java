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
 * @param translatorOrNull the helper model that translates, or null where the attacker model does
 * @param maxCallsPerBehavior most calls to the target of one attack for one behavior, in each trial, or null where only
 *     the attack's own settings limit them; an attack that searches searches less
 * @since 0.1.0
 */
public record AttackSettings(
        long seed,
        Map<String, String> options,
        @Nullable TextGenerator attackerOrNull,
        @Nullable TextGenerator translatorOrNull,
        @Nullable Integer maxCallsPerBehavior) {
    public AttackSettings {
        options = Map.copyOf(options);
    }

    /** Creates settings without a translator of their own and without a limit of calls for each behavior. */
    public AttackSettings(long seed, Map<String, String> options, @Nullable TextGenerator attackerOrNull) {
        this(seed, options, attackerOrNull, null, null);
    }

    /** Creates settings without options and attacker. */
    public static AttackSettings withSeed(long seed) {
        return new AttackSettings(seed, Map.of(), null);
    }

    /** Returns the attacker model. */
    public Optional<TextGenerator> attacker() {
        return Optional.ofNullable(attackerOrNull);
    }

    /** Returns the model that translates: the translator, or where none is set the attacker. */
    public Optional<TextGenerator> translator() {
        return translatorOrNull == null ? attacker() : Optional.of(translatorOrNull);
    }

    /** Returns these settings with other helper models. */
    public AttackSettings with(@Nullable TextGenerator attacker, @Nullable TextGenerator translator) {
        return new AttackSettings(seed, options, attacker, translator, maxCallsPerBehavior);
    }

    /** Returns a setting. */
    public Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }
}
