package io.github.harmcheck.attack.encoding;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Sends the request as Base16 (RFC 4648, section 8), the capital form of {@link HexAttack}, as garak's encoding probes
 * do (Derczynski et al. 2024, arXiv 2406.11036). Reversible for all well-formed Unicode. Options and variants: those
 * of all encodings, {@code encodings.answer}.
 *
 * @since 0.1.0
 */
public final class Base16Attack extends EncodingAttack {
    /** For the service loader. */
    public Base16Attack() {
        super(
                "base16",
                "Base16",
                "Sends the request as Base16, capital hexadecimal digits of its bytes",
                "garak, Derczynski et al. 2024, arXiv 2406.11036",
                "Base16 (RFC 4648)",
                true);
    }

    @Override
    protected String encode(String text) {
        return HexFormat.of().withUpperCase().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    protected String decode(String encoded) {
        return new String(HexFormat.of().parseHex(encoded), StandardCharsets.UTF_8);
    }

    @Override
    protected String decodeReply(String reply) {
        return HexAttack.REPLY.apply(reply);
    }
}
