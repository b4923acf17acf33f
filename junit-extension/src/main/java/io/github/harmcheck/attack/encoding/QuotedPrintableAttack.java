package io.github.harmcheck.attack.encoding;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Sends the request as Quoted-Printable (RFC 2045, section 6.7), as garak's encoding probes do (Derczynski et al.
 * 2024, arXiv 2406.11036). Every byte is quoted, which the RFC allows, so that no word stays plain. Reversible for all
 * well-formed Unicode. Options and variants: those of all encodings, {@code encodings.answer}.
 *
 * @since 0.1.0
 */
public final class QuotedPrintableAttack extends EncodingAttack {
    private static final int PER_LINE = 25;
    static final EscapeDecoder REPLY = new EscapeDecoder(
            Pattern.compile("=(?:([0-9A-Fa-f]{2})|\\r?\\n)"),
            match -> match.group(1) == null ? new byte[0] : HexFormat.of().parseHex(match.group(1)));

    /** For the service loader. */
    public QuotedPrintableAttack() {
        super(
                "quoted-printable",
                "Quoted-Printable",
                "Sends the request as Quoted-Printable, every byte quoted",
                "garak, Derczynski et al. 2024, arXiv 2406.11036",
                "Quoted-Printable UTF-8",
                true);
    }

    @Override
    protected String encode(String text) {
        StringBuilder encoded = new StringBuilder(text.length() * 3);
        int column = 0;
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            if (column == PER_LINE) {
                encoded.append("=\n");
                column = 0;
            }
            encoded.append('=').append(HexFormat.of().withUpperCase().toHexDigits(octet));
            column++;
        }
        return encoded.toString();
    }

    @Override
    protected String decode(String encoded) {
        return REPLY.decode(encoded);
    }

    @Override
    protected String decodeReply(String reply) {
        return REPLY.apply(reply);
    }
}
