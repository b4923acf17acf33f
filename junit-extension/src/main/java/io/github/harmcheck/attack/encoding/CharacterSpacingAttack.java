package io.github.harmcheck.attack.encoding;

import java.util.function.UnaryOperator;

/**
 * Sends the request with a blank between its characters, as a converter of PyRIT (Lopez Munoz et al. 2024, arXiv 2410.02828)
 * and DeepTeam's character stream do. Reversible for all well-formed Unicode. Options and variants: those of all
 * encodings, {@code encodings.answer}.
 *
 * @since 0.1.0
 */
public final class CharacterSpacingAttack extends EncodingAttack {
    private static final UnaryOperator<String> REPLY =
            new GuessingDecoder(CharacterSpacingAttack::readLine, CharacterSpacingAttack::readLine, false);

    /** For the service loader. */
    public CharacterSpacingAttack() {
        super(
                "character-spacing",
                "Character spacing",
                "Sends the request with a blank after each character",
                "PyRIT, Lopez Munoz et al. 2024, arXiv 2410.02828; character stream, DeepTeam, 2025",
                "ordinary text with a blank between its characters",
                true);
    }

    @Override
    protected String encode(String text) {
        StringBuilder encoded = new StringBuilder(text.length() * 2);
        text.codePoints()
                .forEach(c -> encoded.append(encoded.length() == 0 ? "" : " ").appendCodePoint(c));
        return encoded.toString();
    }

    @Override
    protected String decode(String encoded) {
        StringBuilder text = new StringBuilder(encoded.length() / 2 + 1);
        int i = 0;
        while (i < encoded.length()) {
            int codePoint = encoded.codePointAt(i);
            text.appendCodePoint(codePoint);
            i += Character.charCount(codePoint) + 1;
        }
        return text.toString();
    }

    @Override
    protected String decodeReply(String reply) {
        return REPLY.apply(reply);
    }

    /** A line is spaced where every second of its characters is a blank. */
    private static String readLine(String line) {
        String inside = line.stripTrailing();
        StringBuilder text = new StringBuilder(inside.length() / 2 + 1);
        int i = 0;
        while (i < inside.length()) {
            int codePoint = inside.codePointAt(i);
            text.appendCodePoint(codePoint);
            i += Character.charCount(codePoint);
            if (i < inside.length() && inside.charAt(i) != ' ') {
                return line;
            }
            i++;
        }
        return text.append(line, inside.length(), line.length()).toString();
    }
}
