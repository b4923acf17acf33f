package io.github.harmcheck.attack.encoding;

import java.nio.charset.StandardCharsets;

/**
 * Sends the request as the Unix program uuencode writes it (POSIX.1), as garak's encoding probes do (Derczynski et al.
 * 2024, arXiv 2406.11036). Reversible for all well-formed Unicode. Options and variants: those of all encodings,
 * {@code encodings.answer}.
 *
 * @since 0.1.0
 */
public final class UuencodeAttack extends EncodingAttack {
    /** For the service loader. */
    public UuencodeAttack() {
        super(
                "uuencode",
                "UUencode",
                "Sends the request as uuencoded text",
                "garak, Derczynski et al. 2024, arXiv 2406.11036",
                "uuencoded text",
                true);
    }

    @Override
    protected String encode(String text) {
        return UuLines.encode(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    protected String decode(String encoded) {
        return new String(UuLines.decode(encoded), StandardCharsets.UTF_8);
    }

    @Override
    protected String decodeReply(String reply) {
        return UuLines.decodeReply(reply);
    }
}
