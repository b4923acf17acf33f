package io.github.harmcheck.attack.encoding;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Sends the request percent-encoded (RFC 3986, section 2.1), as a converter of PyRIT does (Lopez Munoz et al. 2024, arXiv
 * 2410.02828). Every byte is encoded, so that no word stays plain. Reversible for all well-formed Unicode. Options and
 * variants: those of all encodings, {@code encodings.answer}.
 *
 * @since 0.1.0
 */
public final class UrlEncodingAttack extends EncodingAttack {
    private static final EscapeDecoder REPLY = new EscapeDecoder(
            Pattern.compile("%([0-9A-Fa-f]{2})"), match -> HexFormat.of().parseHex(match.group(1)));

    /** For the service loader. */
    public UrlEncodingAttack() {
        super(
                "url",
                "URL encoding",
                "Sends the request with every byte as a percent sign and two hexadecimal digits",
                "PyRIT, Lopez Munoz et al. 2024, arXiv 2410.02828",
                "URL encoding (percent signs and hexadecimal digits of UTF-8)",
                true);
    }

    @Override
    protected String encode(String text) {
        StringBuilder encoded = new StringBuilder(text.length() * 3);
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits(octet));
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
