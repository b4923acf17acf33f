package io.github.harmcheck.attack.adaptive;

import io.github.harmcheck.internal.ResourceTexts;
import java.util.List;
import java.util.Locale;

/**
 * Whether the helper model declined to write, told by its first sentences; the cues are in {@code declining.txt}. Only
 * answers that are not what was asked for are looked at, so a prompt that happens to begin with "I can't" is not lost where
 * it comes in the form asked for.
 */
final class Declining {
    private static final int LOOKED_AT = 300;
    private static final List<String> CUES = ResourceTexts.lines(Declining.class, "declining.txt");

    private Declining() {}

    static boolean in(String answer) {
        String start = answer.substring(0, Math.min(answer.length(), LOOKED_AT))
                .toLowerCase(Locale.ROOT)
                .replace('\u2019', '\'')
                .replaceAll("[*_#>\"`]", "")
                .strip();
        return CUES.stream().anyMatch(start::contains);
    }
}
