package io.github.harmcheck.attack.encoding;

import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Sends the request in invisible Unicode tag characters, known as ASCII smuggling (Rehberger 2024) and one of garak's
 * encoding probes (Derczynski et al. 2024, arXiv 2406.11036). What is not printable ASCII stays as it is. Reversible
 * for texts without tag characters. The app is always asked to answer in plain text. Variant {@code answer-plain}.
 *
 * @since 0.1.0
 */
public final class TagCharactersAttack extends EncodingAttack {
    private static final int TAGS = 0xE0000;
    private static final int CANCEL = 0xE007F;
    /** Flags are written in tags that end with a cancel tag. */
    private static final UnaryOperator<String> REPLY = new RunDecoder(
            c -> isTag(c) || c == CANCEL,
            c -> false,
            2,
            run -> run.codePointBefore(run.length()) == CANCEL ? Optional.empty() : Optional.of(read(run)));

    /** For the service loader. */
    public TagCharactersAttack() {
        super(
                "tag-characters",
                "Unicode tags",
                "Sends the request in invisible tag characters",
                "garak, Derczynski et al. 2024, arXiv 2406.11036; ASCII smuggling, Rehberger 2024",
                "invisible Unicode tag characters (U+E0020 to U+E007E stand for ASCII)",
                false);
    }

    @Override
    protected String encode(String text) {
        return CodePoints.map(text, c -> c >= ' ' && c <= '~' ? c + TAGS : c);
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
        return CodePoints.map(encoded, c -> isTag(c) ? c - TAGS : c);
    }

    private static boolean isTag(int c) {
        return c >= TAGS + ' ' && c <= TAGS + '~';
    }
}
