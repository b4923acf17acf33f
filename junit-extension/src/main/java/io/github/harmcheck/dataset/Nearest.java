package io.github.harmcheck.dataset;

import io.github.harmcheck.internal.EditDistance;
import io.github.harmcheck.internal.Texts;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds what someone probably meant to write. */
final class Nearest {
    private Nearest() {}

    /** Returns the candidate that needs the fewest edits, where it is near enough to be a slip. */
    static Optional<String> to(String word, Collection<String> candidates) {
        String cut = word.length() > 120 ? word.substring(0, 120) : word;
        String best = "";
        int fewest = Integer.MAX_VALUE;
        for (String candidate : candidates) {
            int edits =
                    candidate.equalsIgnoreCase(cut) ? 0 : related(cut, candidate) ? 1 : EditDistance.of(cut, candidate);
            if (edits < fewest || (edits == fewest && candidate.compareTo(best) < 0)) {
                fewest = edits;
                best = candidate;
            }
        }
        int allowed = Math.max(2, cut.length() / 3);
        return fewest <= allowed ? Optional.of(best) : Optional.empty();
    }

    /** Returns {@code "; did you mean "x"?"}, or nothing where no candidate is near. */
    static String hint(String word, Collection<String> candidates) {
        return to(word, candidates)
                .map(near -> "; did you mean " + Texts.quoted(near, 120) + "?")
                .orElse("");
    }

    /** One is a whole leading part of the other, as {@code cybercrime} of {@code cybercrime_intrusion}. */
    private static boolean related(String word, String candidate) {
        String a = word.toLowerCase(Locale.ROOT);
        String b = candidate.toLowerCase(Locale.ROOT);
        return Math.min(a.length(), b.length()) >= 4 && (a.startsWith(b) || b.startsWith(a));
    }
}
