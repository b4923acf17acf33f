package io.github.harmcheck.campaign;

import static io.github.harmcheck.campaign.SettingValues.wrong;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where settings are looked up, and how each kind of them is read. A blank text counts as not set.
 *
 * @param properties value of a property such as {@code harmcheck.maxAsr}, or null; they go first
 * @param environment value of a variable such as {@code HARMCHECK_MAX_ASR}, or null
 */
record SettingSource(Function<String, @Nullable String> properties, Function<String, @Nullable String> environment) {
    /** Settings that may be larger than an int. */
    private static final Set<String> LARGE = Set.of("maxCalls", "maxTokens", "tokensPerMinute", "seed");

    /** Returns a text by its name without prefix. */
    Optional<String> text(String name) {
        return Optional.ofNullable(properties.apply("harmcheck." + name))
                .filter(value -> !value.isBlank())
                .or(() -> Optional.ofNullable(environment.apply(variable(name))).filter(value -> !value.isBlank()))
                .map(String::strip);
    }

    List<String> names(String name, String otherwise) {
        String text = text(name).orElse(otherwise);
        List<String> names =
                Arrays.stream(text.split(",", -1)).map(String::strip).toList();
        if (names.contains("")) {
            throw wrong(name, text, "names separated by commas");
        }
        return names;
    }

    double rate(String name, double otherwise) {
        return text(name).map(text -> SettingValues.rate(name, text)).orElse(otherwise);
    }

    long whole(String name, long otherwise, long least) {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            long value = Long.parseLong(text.get());
            if (value >= least && (value <= Integer.MAX_VALUE || LARGE.contains(name))) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw wrong(name, text.get(), "a whole number", e);
        }
        throw wrong(name, text.get(), "a whole number of at least " + least);
    }

    boolean flag(String name, boolean otherwise) {
        String text = text(name).orElse(Boolean.toString(otherwise));
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong(name, text, "true or false");
        };
    }

    Optional<Duration> duration(String name) {
        return text(name).map(text -> SettingValues.duration(name, text));
    }

    private static String variable(String name) {
        return "HARMCHECK_" + name.replaceAll("([a-z])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
    }
}
