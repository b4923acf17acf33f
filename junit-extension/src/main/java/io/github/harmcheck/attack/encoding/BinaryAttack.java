package io.github.harmcheck.attack.encoding;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/**
 * Sends the request as binary digits of its UTF-8 bytes, eight to a group, as CipherChat does with other character codes
 * (Yuan et al. 2023, arXiv 2308.06463). Reversible for all well-formed Unicode. Options and variants: those of all
 * encodings, {@code encodings.answer}.
 *
 * @since 0.1.0
 */
public final class BinaryAttack extends EncodingAttack {
    private static final int BITS = 8;
    private static final UnaryOperator<String> REPLY =
            new SpanDecoder(c -> c == '0' || c == '1', c -> c <= ' ', run -> ReadableText.ofUtf8(bytes(run)));

    /** For the service loader. */
    public BinaryAttack() {
        super(
                "binary",
                "Binary",
                "Sends the request as binary digits of its bytes",
                "after the character codes of CipherChat, Yuan et al. 2023, arXiv 2308.06463",
                "binary digits of UTF-8 bytes, eight to a byte",
                true);
    }

    @Override
    protected String encode(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        StringBuilder digits = new StringBuilder(bytes.length * (BITS + 1));
        for (int i = 0; i < bytes.length; i++) {
            if (i > 0) {
                digits.append(' ');
            }
            for (int bit = BITS - 1; bit >= 0; bit--) {
                digits.append((char) ('0' + ((bytes[i] >> bit) & 1)));
            }
        }
        return digits.toString();
    }

    @Override
    protected String decode(String encoded) {
        return new String(bytes(encoded), StandardCharsets.UTF_8);
    }

    @Override
    protected String decodeReply(String reply) {
        return REPLY.apply(reply);
    }

    /** Reads groups of eight; a group of seven that stands alone is an ASCII character; a rest at the end is dropped. */
    private static byte[] bytes(String digits) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(digits.length() / BITS);
        int value = 0;
        int bits = 0;
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            if (c == '0' || c == '1') {
                value = (value << 1) | (c - '0');
                bits++;
            }
            boolean endOfGroup = i + 1 == digits.length() || digits.charAt(i + 1) <= ' ';
            if (bits == BITS || (bits == BITS - 1 && endOfGroup && startsGroup(digits, i - bits + 1))) {
                bytes.write(value);
                value = 0;
                bits = 0;
            }
        }
        return bytes.toByteArray();
    }

    private static boolean startsGroup(String digits, int i) {
        return i == 0 || (i > 0 && digits.charAt(i - 1) <= ' ');
    }
}
