package io.github.harmcheck.attack.encoding;

/**
 * Sends the request with a letter and a backspace after each of its letters: deletions (Boucher et al. 2021, arXiv
 * 2106.09898; in garak, {@code badchars}). Reversible for texts without backspaces. The app is always asked to answer
 * in plain text. Variant {@code answer-plain}.
 *
 * @since 0.1.0
 */
public final class DeletionsAttack extends EncodingAttack {
    private static final char BACKSPACE = '\b';

    /** For the service loader. */
    public DeletionsAttack() {
        super(
                "deletions",
                "Deletions",
                "Sends the request with a letter and a backspace after each of its letters",
                "deletions, Boucher et al. 2021, arXiv 2106.09898",
                "ordinary text with letters that a backspace after them deletes",
                false);
    }

    @Override
    protected String encode(String text) {
        StringBuilder encoded = new StringBuilder(text.length() * 3);
        int[] place = {0};
        text.codePoints().forEach(c -> {
            encoded.appendCodePoint(c);
            if (Character.isLetter(c)) {
                encoded.append((char) ('a' + place[0]++ * 7 % 26)).append(BACKSPACE);
            }
        });
        return encoded.toString();
    }

    @Override
    protected String decode(String encoded) {
        StringBuilder text = new StringBuilder(encoded.length());
        encoded.codePoints().forEach(c -> {
            if (c != BACKSPACE) {
                text.appendCodePoint(c);
            } else if (text.length() > 0) {
                text.setLength(text.offsetByCodePoints(text.length(), -1));
            }
        });
        return text.toString();
    }

    @Override
    protected String decodeReply(String reply) {
        return reply.indexOf(BACKSPACE) < 0 ? reply : decode(reply);
    }
}
