package io.github.harmcheck.attack;

import io.github.harmcheck.internal.Texts;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

/**
 * Reads the options of attacks; a wrong value is an error that names the option, the value and the fix.
 *
 * @since 0.1.0
 */
public final class Options {
    private Options() {}

    /** Returns a whole number from 1, or nothing where the option is not set. */
    public static OptionalInt positive(AttackSettings settings, String name) {
        return between(settings, name, 1, Integer.MAX_VALUE);
    }

    /** Returns a whole number between two, or nothing where the option is not set. */
    public static OptionalInt between(AttackSettings settings, String name, int from, int to) {
        String value = settings.option(name).orElse(null);
        if (value == null) {
            return OptionalInt.empty();
        }
        try {
            int number = Integer.parseInt(value.strip());
            if (number >= from && number <= to) {
                return OptionalInt.of(number);
            }
        } catch (NumberFormatException e) {
            // The message below says what is wrong with it.
        }
        throw wrong(name, value, "it is a whole number from " + from + (to == Integer.MAX_VALUE ? "" : " to " + to));
    }

    /** Returns whether the option is {@code true}; false where it is not set. */
    public static boolean flag(AttackSettings settings, String name) {
        return choice(settings, name, List.of("false", "true")).equals("true");
    }

    /** Returns one of the values, the first where the option is not set. */
    public static String choice(AttackSettings settings, String name, List<String> values) {
        String value = settings.option(name).map(String::strip).orElse(values.get(0));
        if (!values.contains(value)) {
            throw wrong(name, value, "it is one of " + String.join(", ", values));
        }
        return value;
    }

    /** Returns a path to an existing regular file that can be read. */
    public static Path file(String name, String value) {
        Path file;
        try {
            file = Path.of(value.strip()).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new AttackConfigurationException(
                    name + " = " + Texts.quoted(value, 200) + ": this is not a path. Give the path of a file", e);
        }
        String seen = "the absolute path is " + Texts.oneLine(file.toString(), 300);
        if (!Files.exists(file)) {
            throw wrong(name, value, "there is no such file; " + seen);
        }
        if (!Files.isRegularFile(file)) {
            throw wrong(name, value, "this is not a regular file; " + seen);
        }
        if (!Files.isReadable(file)) {
            throw wrong(name, value, "this file may not be read; " + seen);
        }
        return file;
    }

    private static AttackConfigurationException wrong(String name, String value, String what) {
        return new AttackConfigurationException(name + " = " + Texts.quoted(value, 200) + ": " + what);
    }
}
