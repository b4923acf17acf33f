package io.github.harmcheck.judge;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Recognises who speaks: {@code ChatGPT:}, {@code [DAN]}, {@code (Normal Output)}, {@code **AIM**:}, {@code As BH,}.
 * A heading wrongly taken for a speaker only splits a reply into more parts, of which the worst counts.
 */
final class Personas {

    /** A label and where it ends in its line. */
    record Label(String name, int end) {}

    private static final int LONGEST = 40;

    /** Headings inside one speaker's text. */
    private static final Set<String> HEADINGS = Set.of(
            "note",
            "warning",
            "disclaimer",
            "moral disclaimer",
            "important",
            "example",
            "answer",
            "title",
            "step",
            "resources",
            "remember",
            "question",
            "summary",
            "conclusion",
            "introduction",
            "output",
            "response",
            "safety",
            "tip",
            "tips",
            "p.s",
            "ps",
            "please note",
            "important note",
            "reason",
            "explanation");

    private Personas() {}

    static @Nullable Label label(String line) {
        int start = 0;
        while (start < line.length()
                && start < 8
                && !Character.isLetterOrDigit(line.codePointAt(start))
                && "[(\"-".indexOf(line.charAt(start)) < 0) {
            start++;
        }
        if (start >= line.length()) {
            return null;
        }
        int mark = line.indexOf(':');
        if (mark > 0 && mark < start && Character.isHighSurrogate(line.charAt(0))) {
            return new Label(line.substring(0, mark), mark + 1); // an emoji as the speaker
        }
        char open = line.charAt(start);
        if (open == '[' || open == '(') {
            return bracketed(line, start, open == '[' ? ']' : ')');
        }
        return line.startsWith("As ", start) ? as(line, start) : colon(line, start);
    }

    private static @Nullable Label bracketed(String line, int start, char close) {
        int end = line.indexOf(close, start);
        if (end < 0 || end - start > LONGEST || end + 1 >= line.length()) {
            return null;
        }
        int after = end + 1;
        while (after < line.length() && "*: ".indexOf(line.charAt(after)) >= 0) {
            after++;
        }
        return named(line.substring(start + 1, end), after);
    }

    private static @Nullable Label colon(String line, int start) {
        int end = line.indexOf(':', start);
        if (end < 0 || end - start > LONGEST || end + 1 >= line.length()) {
            return null;
        }
        String name = line.substring(start, end);
        boolean url = line.startsWith("//", end + 1);
        boolean capital = Character.isUpperCase(name.codePointAt(0));
        return url || !capital || Tokens.words(name).size() > 3 ? null : named(name, end + 1);
    }

    private static @Nullable Label as(String line, int start) {
        int end = line.indexOf(',', start);
        if (end < 0 || end - start > LONGEST || !Character.isUpperCase(line.codePointAt(start + 3))) {
            return null;
        }
        String name = line.substring(start + 3, end);
        return name.startsWith("AI") || name.startsWith("I ") ? null : named(name, end + 1);
    }

    private static @Nullable Label named(String raw, int end) {
        List<String> words = Tokens.words(raw);
        String name = String.join(" ", words);
        if (words.isEmpty()
                || HEADINGS.contains(name.toLowerCase(Locale.ROOT))
                || words.get(0).equals("step")) {
            return null;
        }
        boolean letters = name.chars().anyMatch(Character::isLetter);
        return letters ? new Label(name, end) : null;
    }
}
