package io.github.harmcheck.internal;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes untrusted text fit to stand in a prompt for a helper model as data: cut to head and tail, invisible characters shown, the
 * markers by which chat formats separate speakers broken, every line begun with {@code "| "}.
 */
public final class FencedText {

    /** Characters kept of the start of a text. */
    public static final int HEAD = 16_000;

    /** Characters kept of the end of a text. */
    public static final int TAIL = 8_000;

    private static final char BREAK = '\u00b7';

    /** Chat markers and the words that begin a speaker's turn; each alternative is bounded. */
    private static final Pattern MARKER = Pattern.compile(
            "(?i)(<)(\\||/?s>|</?sys|sys>|/?(?:system|user|assistant|human|think|tool|im_start|im_end|start_of_turn|end_of_turn)\\b)"
                    + "|(\\[)(/?\\s{0,3}inst|/?(?:system|assistant|user|available_tools)\\b)"
                    + "|(\\|)(>)"
                    + "|(\\b(?:system|assistant|user|human|model|developer))(\\s{0,3}:)"
                    + "|(#{2,6})(\\s{0,3}(?:instruction|response|system|input|assistant|human))");

    private FencedText() {}

    /**
     * Returns a code that no text it is made of can contain, since it is a hash of all of them: nobody can write a text
     * that holds its own SHA-256. It needs no randomness, so the same exchange makes the same prompt and a recorded
     * judge's answer is found again.
     */
    public static String fence(List<String> texts) {
        return "HC-" + Hashes.sha256(texts).substring(0, 32);
    }

    /** Returns a text as data. */
    public static String neutralise(String raw, String fence) {
        String shown = visible(cut(raw)).replace(fence, "[code removed]");
        Matcher matcher = MARKER.matcher(shown);
        String broken = matcher.replaceAll(match -> Matcher.quoteReplacement(broken(match.group())));
        return "| " + broken.replace("\n", "\n| ");
    }

    /**
     * Returns a text as data for a classifier that knows no fences: cut, invisible characters shown, and the markers of
     * chat formats and of its own prompt broken.
     *
     * @param own what marks the parts of the classifier's prompt
     */
    public static String unmarked(String raw, Pattern own) {
        String shown = visible(cut(raw));
        for (Pattern markers : List.of(MARKER, own)) {
            shown = markers.matcher(shown).replaceAll(match -> Matcher.quoteReplacement(broken(match.group())));
        }
        return shown;
    }

    private static String broken(String marker) {
        return marker.charAt(0) + String.valueOf(BREAK) + marker.substring(1);
    }

    /** Returns head and tail of a long text, with a note of what is left out. */
    public static String cut(String raw) {
        if (raw.length() <= HEAD + TAIL) {
            return raw;
        }
        int left = raw.length() - HEAD - TAIL;
        return raw.substring(0, HEAD) + "\n[" + left + " characters left out by the test tool]\n"
                + raw.substring(raw.length() - TAIL);
    }

    private static String visible(String text) {
        StringBuilder visible = new StringBuilder(text.length() + 64);
        text.codePoints().forEach(codePoint -> {
            if (codePoint == '\n' || codePoint == '\t' || !isHidden(codePoint)) {
                visible.appendCodePoint(codePoint == 0x2028 || codePoint == 0x2029 ? '\n' : codePoint);
            } else if (codePoint != '\r') {
                visible.append("<U+").append(String.format("%04X", codePoint)).append('>');
            }
        });
        return visible.toString();
    }

    private static boolean isHidden(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.PRIVATE_USE;
    }
}
