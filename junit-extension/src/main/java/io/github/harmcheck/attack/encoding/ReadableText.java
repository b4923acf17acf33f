package io.github.harmcheck.attack.encoding;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Tells text from the noise that comes out when something is decoded that was never encoded. */
final class ReadableText {
    /** Below this length chance makes text out of noise, so that a common word is asked for. */
    private static final int SHORT = 12;
    /** From this length on a model's slips in encoding are tolerated. */
    private static final int LONG = 40;

    private static final char REPLACEMENT = '\uFFFD';

    private ReadableText() {}

    /** Returns the bytes as UTF-8 text where that is readable. */
    static Optional<String> ofUtf8(byte[] bytes) {
        return of(new String(bytes, StandardCharsets.UTF_8));
    }

    /** Returns the text where it is readable: next to no control and no replacement characters, half of it letters. */
    static Optional<String> of(String text) {
        int length = text.codePointCount(0, text.length());
        int letters = (int)
                text.codePoints().filter(c -> Character.isLetter(c) || c == ' ').count();
        int noise = noise(text);
        boolean readable = letters * 2 >= length && (noise == 0 || (length >= LONG && noise * 10 <= length));
        if (!readable || length == 0) {
            return Optional.empty();
        }
        boolean certain = length >= SHORT || EnglishWords.evidence(text).common() > 0;
        return certain ? Optional.of(text) : Optional.empty();
    }

    /** Counts characters that no text has: control, unassigned, private and replacement characters. */
    static int noise(String text) {
        return (int) text.codePoints().filter(ReadableText::isNoise).count();
    }

    private static boolean isNoise(int c) {
        int type = Character.getType(c);
        return c == REPLACEMENT
                || type == Character.UNASSIGNED
                || type == Character.PRIVATE_USE
                || type == Character.SURROGATE
                || (Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t');
    }
}
