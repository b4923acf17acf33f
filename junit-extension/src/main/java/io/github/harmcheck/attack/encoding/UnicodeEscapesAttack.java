package io.github.harmcheck.attack.encoding;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sends the request with every UTF-16 unit as a backslash, {@code u} and four hexadecimal digits: the Unicode code of
 * CipherChat (Yuan et al. 2023, arXiv 2308.06463). A reply may put up to six digits into braces instead. Reversible
 * for all well-formed Unicode. Options and variants: those of all encodings, {@code encodings.answer}.
 *
 * @since 0.1.0
 */
public final class UnicodeEscapesAttack extends EncodingAttack {
    private static final String ESCAPE = "\\u";
    /** A pair of surrogates is read as one character. */
    private static final EscapeDecoder REPLY = new EscapeDecoder(
            Pattern.compile("\\\\u(?:([dD][89abAB][0-9a-fA-F]{2})\\\\u([dD][c-fC-F][0-9a-fA-F]{2})"
                    + "|([0-9a-fA-F]{4})|\\{([0-9a-fA-F]{1,6})})"),
            UnicodeEscapesAttack::octets);

    /** For the service loader. */
    public UnicodeEscapesAttack() {
        super(
                "unicode-escapes",
                "Unicode escapes",
                "Sends the request with every character as a backslash, u and four hexadecimal digits",
                "CipherChat, Yuan et al. 2023, arXiv 2308.06463",
                "Unicode escapes as in JSON",
                true);
    }

    @Override
    protected String encode(String text) {
        StringBuilder encoded = new StringBuilder(text.length() * 6);
        for (int i = 0; i < text.length(); i++) {
            encoded.append(ESCAPE).append(HexFormat.of().toHexDigits(text.charAt(i)));
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

    private static byte[] octets(Matcher match) {
        if (match.group(1) != null) {
            return utf8(Character.toCodePoint(unit(match.group(1)), unit(match.group(2))));
        }
        int codePoint = Integer.parseInt(match.group(3) == null ? match.group(4) : match.group(3), 16);
        return Character.isValidCodePoint(codePoint)
                ? utf8(codePoint)
                : match.group().getBytes(StandardCharsets.UTF_8);
    }

    private static char unit(String digits) {
        return (char) Integer.parseInt(digits, 16);
    }

    private static byte[] utf8(int codePoint) {
        return Character.toString(codePoint).getBytes(StandardCharsets.UTF_8);
    }
}
