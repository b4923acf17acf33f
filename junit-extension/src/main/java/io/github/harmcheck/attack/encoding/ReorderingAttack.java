package io.github.harmcheck.attack.encoding;

/**
 * Sends the request stored backwards between bidirectional overrides, which display it forwards: reorderings (Boucher
 * et al. 2021, arXiv 2106.09898; in garak, {@code badchars}). Reversible for all well-formed Unicode. The app is
 * always asked to answer in plain text. Variant {@code answer-plain}.
 *
 * @since 0.1.0
 */
public final class ReorderingAttack extends EncodingAttack {
    private static final char OVERRIDE = '\u202E';
    private static final char END = '\u202C';

    /** For the service loader. */
    public ReorderingAttack() {
        super(
                "reordering",
                "Reorderings",
                "Sends the request stored backwards and displayed forwards",
                "reorderings, Boucher et al. 2021, arXiv 2106.09898",
                "text between a right-to-left override and its end, stored from its last character to its first",
                false);
    }

    @Override
    protected String encode(String text) {
        return OVERRIDE + new StringBuilder(text).reverse().toString() + END;
    }

    @Override
    protected String decode(String encoded) {
        return new StringBuilder(encoded.substring(1, encoded.length() - 1))
                .reverse()
                .toString();
    }

    @Override
    protected String decodeReply(String reply) {
        StringBuilder read = new StringBuilder(reply.length());
        int copied = 0;
        int begin = reply.indexOf(OVERRIDE);
        while (begin >= 0) {
            int end = reply.indexOf(END, begin);
            int to = end < 0 ? reply.length() : end;
            read.append(reply, copied, begin).append(new StringBuilder(reply.substring(begin + 1, to)).reverse());
            copied = end < 0 ? to : to + 1;
            begin = reply.indexOf(OVERRIDE, copied);
        }
        return read.append(reply, copied, reply.length()).toString();
    }
}
