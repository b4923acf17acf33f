package io.github.harmcheck.attack;

import io.github.harmcheck.internal.EditDistance;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Guesses what a mistyped name was meant to be. */
final class NearestNames {
    /** A longer name is not worth a guess, and costs time. */
    private static final int MAX_LENGTH = 80;

    private NearestNames() {}

    /** Returns {@code Did you mean a, b? } with up to three near names, or nothing. */
    static String question(String name, Collection<String> known) {
        List<String> near = near(name.strip().toLowerCase(Locale.ROOT), known);
        return near.isEmpty() ? "" : "Did you mean " + String.join(", ", near) + "? ";
    }

    private static List<String> near(String name, Collection<String> known) {
        if (name.isEmpty() || name.length() > MAX_LENGTH) {
            return List.of();
        }
        return known.stream()
                .filter(candidate -> candidate.startsWith(name)
                        || name.startsWith(candidate)
                        || EditDistance.of(name, candidate) <= Math.max(1, name.length() / 3))
                .sorted(Comparator.<String>comparingInt(candidate -> EditDistance.of(name, candidate))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(3)
                .toList();
    }
}
