package io.github.harmcheck.attack.encoding;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Sends the request as ASCII85 in Adobe's form, as garak's encoding probes do (Derczynski et al. 2024, arXiv
 * 2406.11036). Reversible for all well-formed Unicode. Options and variants: those of all encodings, {@code
 * encodings.answer}.
 *
 * @since 0.1.0
 */
public final class Ascii85Attack extends EncodingAttack {
    private static final String BEGIN = "<~";
    private static final String END = "~>";
    /** What is shorter without its marks may be a word. */
    private static final int LONG = 15;

    private static final UnaryOperator<String> BARE = new RunDecoder(
            Ascii85::isSymbol, c -> false, LONG, run -> Ascii85.decode(run).flatMap(ReadableText::ofUtf8));

    /** For the service loader. */
    public Ascii85Attack() {
        super(
                "ascii85",
                "ASCII85",
                "Sends the request as ASCII85",
                "garak, Derczynski et al. 2024, arXiv 2406.11036",
                "ASCII85 between <~ and ~>",
                true);
    }

    @Override
    protected String encode(String text) {
        return BEGIN + Ascii85.encode(text.getBytes(StandardCharsets.UTF_8)) + END;
    }

    @Override
    protected String decode(String encoded) {
        return new String(
                Ascii85.decode(encoded.substring(2, encoded.length() - 2)).orElseThrow(), StandardCharsets.UTF_8);
    }

    @Override
    protected String decodeReply(String reply) {
        StringBuilder read = new StringBuilder(reply.length());
        int copied = 0;
        int begin = reply.indexOf(BEGIN);
        while (begin >= 0) {
            int end = reply.indexOf(END, begin);
            String inside = reply.substring(begin + 2, end < 0 ? reply.length() : end);
            Optional<String> text = Ascii85.decode(inside).flatMap(ReadableText::ofUtf8);
            int next = end < 0 ? reply.length() : end + 2;
            read.append(BARE.apply(reply.substring(copied, begin))).append(text.orElse(reply.substring(begin, next)));
            copied = next;
            begin = reply.indexOf(BEGIN, next);
        }
        return read.append(BARE.apply(reply.substring(copied))).toString();
    }
}
