package io.github.harmcheck.attack.encoding;

import java.util.function.UnaryOperator;

/**
 * Sends the request written from its end to its beginning (flipping characters in the sentence, FlipAttack, Liu et al.
 * 2024, arXiv 2410.02832). Turned round by code points, so that no emoji breaks. Reversible for all well-formed Unicode.
 * A model that answers in kind turns line by line, so the reply is read line by line. Options and variants: those of all
 * encodings, {@code encodings.answer}.
 *
 * @since 0.1.0
 */
public final class ReversedAttack extends EncodingAttack {
    private static final UnaryOperator<String> REPLY =
            new GuessingDecoder(ReversedAttack::reverseLine, ReversedAttack::reverseLine, false);

    /** For the service loader. */
    public ReversedAttack() {
        super(
                "reversed",
                "Flip characters in sentence",
                "Sends the request written from its end to its beginning",
                "FlipAttack, Liu et al. 2024, arXiv 2410.02832",
                "reversed text, to be read from its last character to its first",
                true);
    }

    @Override
    protected String encode(String text) {
        return reverse(text);
    }

    @Override
    protected String decode(String encoded) {
        return reverse(encoded);
    }

    @Override
    protected String decodeReply(String reply) {
        return REPLY.apply(reply);
    }

    private static String reverse(String text) {
        // StringBuilder.reverse keeps surrogate pairs in order.
        return new StringBuilder(text).reverse().toString();
    }

    private static String reverseLine(String line) {
        int end = line.length();
        while (end > 0 && (line.charAt(end - 1) == '\n' || line.charAt(end - 1) == '\r')) {
            end--;
        }
        return reverse(line.substring(0, end)) + line.substring(end);
    }
}
