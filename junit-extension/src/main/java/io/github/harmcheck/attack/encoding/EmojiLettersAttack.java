package io.github.harmcheck.attack.encoding;

import java.util.function.UnaryOperator;

/**
 * Sends the request with letters as regional indicators, a zero-width space between them so that no flags form, and
 * digits as keycaps, after a converter of PyRIT (Lopez Munoz et al. 2024, arXiv 2410.02828). Capitals are lost. Reversible
 * for texts without small ASCII letters and without these emoji. Options and variants: those of all encodings, {@code
 * encodings.answer}.
 *
 * @since 0.1.0
 */
public final class EmojiLettersAttack extends EncodingAttack {
    private static final int FIRST = 0x1F1E6;
    private static final char APART = '\u200B';
    private static final String KEYCAP = "\uFE0F\u20E3";
    private static final UnaryOperator<String> REPLY =
            new GuessingDecoder(EmojiLettersAttack::read, EmojiLettersAttack::read, true);

    /** For the service loader. */
    public EmojiLettersAttack() {
        super(
                "emoji",
                "Emoji letters",
                "Sends the request with letters and digits as emoji",
                "PyRIT, Lopez Munoz et al. 2024, arXiv 2410.02828",
                "ordinary text whose letters are written as emoji of letters",
                true);
    }

    @Override
    protected String encode(String text) {
        StringBuilder encoded = new StringBuilder(text.length() * 3);
        text.codePoints().forEach(c -> {
            int capital = c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c;
            if (capital >= 'A' && capital <= 'Z') {
                encoded.appendCodePoint(FIRST + capital - 'A').append(APART);
            } else if (c >= '0' && c <= '9') {
                encoded.appendCodePoint(c).append(KEYCAP);
            } else {
                encoded.appendCodePoint(c);
            }
        });
        return encoded.toString();
    }

    @Override
    protected String decode(String encoded) {
        return read(encoded);
    }

    @Override
    protected String decodeReply(String reply) {
        return REPLY.apply(reply);
    }

    private static String read(String encoded) {
        String text = CodePoints.without(encoded.replace(KEYCAP, ""), c -> c == APART);
        return CodePoints.map(text, c -> isLetter(c) ? c - FIRST + 'A' : c);
    }

    private static boolean isLetter(int c) {
        return c >= FIRST && c < FIRST + 26;
    }
}
