package io.github.harmcheck.attack.encoding;

import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/**
 * Sends the request as Base32 (RFC 4648, section 6), as garak's encoding probes do (Derczynski et al. 2024, arXiv
 * 2406.11036). Reversible for all well-formed Unicode. Options and variants: those of all encodings, {@code
 * encodings.answer}.
 *
 * @since 0.1.0
 */
public final class Base32Attack extends EncodingAttack {
    private static final int GROUP = 8;
    private static final SymbolCode CODE =
            new SymbolCode("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".chars().toArray());
    private static final UnaryOperator<String> REPLY = new SpanDecoder(
            c -> CODE.has(c) || c == '=', c -> c == '\n' || c == '\r', run -> ReadableText.ofUtf8(CODE.decode(run)));

    /** For the service loader. */
    public Base32Attack() {
        super(
                "base32",
                "Base32",
                "Sends the request as Base32",
                "garak, Derczynski et al. 2024, arXiv 2406.11036",
                "Base32 (RFC 4648)",
                true);
    }

    @Override
    protected String encode(String text) {
        String symbols = CODE.encode(text.getBytes(StandardCharsets.UTF_8));
        return symbols + "=".repeat((GROUP - symbols.length() % GROUP) % GROUP);
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
