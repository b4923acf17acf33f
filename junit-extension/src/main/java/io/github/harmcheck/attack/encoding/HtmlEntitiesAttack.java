package io.github.harmcheck.attack.encoding;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sends the request with every character as a decimal HTML entity, after the converters of PyRIT (Lopez Munoz et al. 2024,
 * arXiv 2410.02828). A reply may also use hexadecimal ones. Reversible for all well-formed Unicode. Options and
 * variants: those of all encodings, {@code encodings.answer}.
 *
 * @since 0.1.0
 */
public final class HtmlEntitiesAttack extends EncodingAttack {
    private static final EscapeDecoder REPLY = new EscapeDecoder(
            Pattern.compile("&#(?:([0-9]{1,7})|[xX]([0-9A-Fa-f]{1,6}));"), HtmlEntitiesAttack::octets);

    /** For the service loader. */
    public HtmlEntitiesAttack() {
        super(
                "html-entities",
                "HTML entities",
                "Sends the request with every character as a numeric HTML entity",
                "after PyRIT, Lopez Munoz et al. 2024, arXiv 2410.02828",
                "HTML entities, decimal",
                true);
    }

    @Override
    protected String encode(String text) {
        StringBuilder encoded = new StringBuilder(text.length() * 6);
        text.codePoints().forEach(c -> encoded.append("&#").append(c).append(';'));
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
        String decimal = match.group(1);
        int codePoint = decimal == null ? Integer.parseInt(match.group(2), 16) : Integer.parseInt(decimal);
        return Character.isValidCodePoint(codePoint)
                ? Character.toString(codePoint).getBytes(StandardCharsets.UTF_8)
                : match.group().getBytes(StandardCharsets.UTF_8);
    }
}
