package io.github.harmcheck.attack.encoding;

import java.util.function.UnaryOperator;

/**
 * Sends the request with each letter of the Latin alphabet moved by 13 places (Wei et al. 2023, arXiv 2307.02483, section
 * 3.2). Reversible for all texts. Options and variants: those of all encodings, {@code encodings.answer}.
 *
 * @since 0.1.0
 */
public final class Rot13Attack extends EncodingAttack {
    private static final UnaryOperator<String> REPLY =
            new GuessingDecoder(Rot13Attack::rotate, Rot13Attack::rotate, true);

    /** For the service loader. */
    public Rot13Attack() {
        super(
                "rot13",
                "ROT13",
                "Sends the request with each letter moved by 13 places",
                "ROT13, Wei et al. 2023, arXiv 2307.02483",
                "ROT13, each letter moved by 13 places in the alphabet",
                true);
    }

    @Override
    protected String encode(String text) {
        return rotate(text);
    }

    @Override
    protected String decode(String encoded) {
        return rotate(encoded);
    }

    @Override
    protected String decodeReply(String reply) {
        return REPLY.apply(reply);
    }

    private static String rotate(String text) {
        char[] rotated = text.toCharArray();
        for (int i = 0; i < rotated.length; i++) {
            char c = rotated[i];
            if (c >= 'a' && c <= 'z') {
                rotated[i] = (char) ('a' + (c - 'a' + 13) % 26);
            } else if (c >= 'A' && c <= 'Z') {
                rotated[i] = (char) ('A' + (c - 'A' + 13) % 26);
            }
        }
        return new String(rotated);
    }
}
