package io.github.harmcheck.attack;

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
                        || distance(name, candidate) <= Math.max(1, name.length() / 3))
                .sorted(Comparator.<String>comparingInt(candidate -> distance(name, candidate))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(3)
                .toList();
    }

    /** The Levenshtein distance. */
    static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
