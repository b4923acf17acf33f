package io.github.harmcheck.report.templates;

import io.github.harmcheck.internal.Texts;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Untrusted text as a reader may see it: line breaks kept, every other control, format and direction character written
 * out as {@code \\uXXXX}, cut where it is long. Escaping for HTML is left to the template.
 *
 * @param text what to show
 * @param note what was cut, or null where nothing was
 */
record VisibleText(String text, @Nullable String note) {

    /** Characters shown of one text. */
    static final int MAX_CHARS = 20_000;

    /** Prepares a text. */
    static VisibleText of(String raw) {
        String head = raw;
        String note = null;
        if (raw.length() > MAX_CHARS) {
            int end = Character.isHighSurrogate(raw.charAt(MAX_CHARS - 1)) ? MAX_CHARS - 1 : MAX_CHARS;
            head = raw.substring(0, end);
            note = "Cut here: %,d of %,d characters shown; the journal has them all.".formatted(end, raw.length());
        }
        String visible = head.replace("\t", "    ")
                .lines()
                .map(line -> Texts.oneLine(line, Integer.MAX_VALUE))
                .collect(Collectors.joining("\n"));
        return new VisibleText(visible, note);
    }
}
