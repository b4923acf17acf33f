package io.github.harmcheck.attack.encoding;

import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/**
 * Sends the request as bits, an invisible times for 0 and an invisible plus for 1: sneaky bits (Rehberger 2025), one
 * of garak's encoding probes (Derczynski et al. 2024, arXiv 2406.11036). Reversible for all well-formed Unicode. The
 * app is always asked to answer in plain text. Variant {@code answer-plain}.
 *
 * @since 0.1.0
 */
public final class SneakyBitsAttack extends EncodingAttack {
    private static final SymbolCode CODE = new SymbolCode(new int[] {0x2062, 0x2064});
    private static final UnaryOperator<String> REPLY =
            new RunDecoder(CODE::has, c -> false, 8, run -> ReadableText.ofUtf8(CODE.decode(run)));

    /** For the service loader. */
    public SneakyBitsAttack() {
        super(
                "sneaky-bits",
                "Sneaky bits",
                "Sends the request as bits, in two invisible characters",
                "garak, Derczynski et al. 2024, arXiv 2406.11036; sneaky bits, Rehberger 2025",
                "bits of UTF-8 text in two invisible characters, U+2062 for 0 and U+2064 for 1",
                false);
    }

    @Override
    protected String encode(String text) {
        return CODE.encode(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    protected String decode(String encoded) {
        return new String(CODE.decode(encoded), StandardCharsets.UTF_8);
    }

    @Override
    protected String decodeReply(String reply) {
        return REPLY.apply(reply);
    }
}
