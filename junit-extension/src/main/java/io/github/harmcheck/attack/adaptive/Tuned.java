package io.github.harmcheck.attack.adaptive;

import io.github.harmcheck.attack.AttackConfigurationException;
import io.github.harmcheck.attack.AttackSettings;
import io.github.harmcheck.core.Behavior;
import io.github.harmcheck.internal.Seeds;
import io.github.harmcheck.internal.Texts;
import java.util.SplittableRandom;

/**
 * The settings of one attack, with its defaults.
 *
 * @param attack its id
 * @param settings what the campaign says
 */
record Tuned(String attack, AttackSettings settings) {

    int whole(Setting setting) {
        return (int) number(setting);
    }

    /**
     * Returns a value.
     *
     * @throws AttackConfigurationException where it is no number or out of range; names option, value and range
     */
    double number(Setting setting) {
        String name = attack + "." + setting.name();
        String value = settings.option(name).orElse(null);
        if (value == null) {
            return setting.initial();
        }
        try {
            double number = Double.parseDouble(value.strip());
            boolean fits = number >= setting.least() && number <= setting.most();
            if (fits && (!setting.whole() || number == Math.rint(number))) {
                return number;
            }
        } catch (NumberFormatException e) {
            // The message below says what is wrong with it.
        }
        throw new AttackConfigurationException(name + " = " + Texts.quoted(value, 60) + ": it is a "
                + (setting.whole() ? "whole number" : "number") + " from " + setting.written(setting.least()) + " to "
                + setting.written(setting.most()) + " (" + setting.meaning() + ")");
    }

    /** Returns the random numbers of one attempt, the same for the same seed, behavior and variant. */
    SplittableRandom random(Behavior behavior, String variant) {
        return Seeds.random(settings.seed(), attack, behavior.dataset(), behavior.id(), variant);
    }

    /**
     * Returns how many trials the search may make beside the final dialogue: as planned, or less where
     * {@code maxCallsPerBehavior} allows less.
     *
     * @throws AttackConfigurationException where it leaves no room for one trial
     */
    int tries(int planned) {
        Integer most = settings.maxCallsPerBehavior();
        if (most == null || most > planned) {
            return planned;
        }
        if (most < 2) {
            throw new AttackConfigurationException("harmcheck.maxCallsPerBehavior = " + most + ", but the attack "
                    + attack + " needs 2 calls at least: one to search and one for the final dialogue");
        }
        return most - 1;
    }
}
