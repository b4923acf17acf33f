package io.github.harmcheck.attack.encoding;

import java.util.Optional;
import java.util.function.UnaryOperator;

/** Writes characters as the numbers of their code points, a blank between them. */
final class NumberCode {
    /** The largest code point has seven digits in each base used. */
    private static final int MOST_DIGITS = 7;

    private final int radix;
    private final UnaryOperator<String> replyDecoder;

    NumberCode(int radix) {
        this.radix = radix;
        replyDecoder =
                new SpanDecoder(c -> Character.digit(c, radix) >= 0 && c < 128, c -> c <= ' ' || c == ',', this::span);
    }

    String encode(String text) {
        StringBuilder encoded = new StringBuilder(text.length() * 4);
        text.codePoints()
                .forEach(c -> encoded.append(encoded.length() == 0 ? "" : " ").append(Integer.toString(c, radix)));
        return encoded.toString();
    }

    /** Reads the numbers; what is no code point is read as the replacement character. */
    String decode(String encoded) {
        StringBuilder text = new StringBuilder(encoded.length() / 3);
        int i = 0;
        while (i < encoded.length()) {
            int start = i;
            while (i < encoded.length() && Character.digit(encoded.charAt(i), radix) >= 0) {
                i++;
            }
            if (i > start) {
                text.appendCodePoint(codePoint(encoded.substring(start, i)));
            } else {
                i++;
            }
        }
        return text.toString();
    }

    private int codePoint(String digits) {
        int value = digits.length() > MOST_DIGITS ? -1 : Integer.parseInt(digits, radix);
        return Character.isValidCodePoint(value) ? value : 0xFFFD;
    }

    String decodeReply(String reply) {
        return replyDecoder.apply(reply);
    }

    private Optional<String> span(String run) {
        return ReadableText.of(decode(run));
    }
}
