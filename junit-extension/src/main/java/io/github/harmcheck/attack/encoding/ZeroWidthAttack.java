package io.github.harmcheck.attack.encoding;

/**
 * Sends the request with an invisible zero-width space after each character, which hides its words from filters and not
 * from a model (invisible characters, Boucher et al. 2021, arXiv 2106.09898). Reversible for all texts. The app is always
 * asked to answer in plain text. Variant {@code answer-plain}.
 *
 * @since 0.1.0
 */
public final class ZeroWidthAttack extends EncodingAttack {
    private static final char SPACE = '\u200B';
    private static final char JOINER = '\u2060';
    private static final char NO_BREAK_SPACE = '\uFEFF';

    /** For the service loader. */
    public ZeroWidthAttack() {
        super(
                "zero-width",
                "Invisible characters",
                "Sends the request with an invisible zero-width space after each character",
                "invisible characters, Boucher et al. 2021, arXiv 2106.09898",
                "ordinary text with an invisible zero-width space after each character",
                false);
    }

    @Override
    protected String encode(String text) {
        StringBuilder encoded = new StringBuilder(text.length() * 2);
        int i = 0;
        while (i < text.length()) {
            int codePoint = text.codePointAt(i);
            encoded.appendCodePoint(codePoint).append(SPACE);
            i += Character.charCount(codePoint);
        }
        return encoded.toString();
    }

    @Override
    protected String decode(String encoded) {
        StringBuilder text = new StringBuilder(encoded.length() / 2 + 1);
        int i = 0;
        while (i < encoded.length()) {
            int codePoint = encoded.codePointAt(i);
            text.appendCodePoint(codePoint);
            i += Character.charCount(codePoint);
            if (i < encoded.length() && encoded.charAt(i) == SPACE) {
                i++;
            }
        }
        return text.toString();
    }

    /** Drops invisible characters that no script needs; the joiners inside emoji and in Persian or Hindi words stay. */
    @Override
    protected String decodeReply(String reply) {
        if (reply.indexOf(SPACE) < 0 && reply.indexOf(JOINER) < 0 && reply.indexOf(NO_BREAK_SPACE) < 0) {
            return reply;
        }
        StringBuilder text = new StringBuilder(reply.length());
        for (int i = 0; i < reply.length(); i++) {
            char c = reply.charAt(i);
            if (c != SPACE && c != JOINER && c != NO_BREAK_SPACE) {
                text.append(c);
            }
        }
        return text.toString();
    }
}
