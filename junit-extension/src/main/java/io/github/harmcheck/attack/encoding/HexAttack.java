package io.github.harmcheck.attack.encoding;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Sends the request as hexadecimal digits of its UTF-8 bytes, as garak's encoding probes do (Derczynski et al. 2024, arXiv
 * 2406.11036). Reversible for all well-formed Unicode. Options and variants: those of all encodings,
 * {@code encodings.answer}.
 *
 * @since 0.1.0
 */
public final class HexAttack extends EncodingAttack {
    static final UnaryOperator<String> REPLY =
            new SpanDecoder(HexAttack::isAlphabet, c -> c <= ' ' || c == ',' || c == ':', HexAttack::span);

    /** For the service loader. */
    public HexAttack() {
        super(
                "hex",
                "Hex",
                "Sends the request as hexadecimal digits of its bytes",
                "garak, Derczynski et al. 2024, arXiv 2406.11036",
                "hexadecimal digits of UTF-8 bytes",
                true);
    }

    @Override
    protected String encode(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    protected String decode(String encoded) {
        return new String(HexFormat.of().parseHex(encoded), StandardCharsets.UTF_8);
    }

    @Override
    protected String decodeReply(String reply) {
        return REPLY.apply(reply);
    }

    private static boolean isAlphabet(int c) {
        return HexFormat.isHexDigit(c) || c == 'x' || c == '\\';
    }

    /** Also reads the forms {@code 0x48 0x69}, {@code \x48\x69}, {@code 48:69} and {@code 48, 69}. */
    private static Optional<String> span(String run) {
        StringBuilder digits = new StringBuilder(run.length());
        for (int i = 0; i < run.length(); i++) {
            char c = run.charAt(i);
            boolean prefix = c == '0' && i + 1 < run.length() && run.charAt(i + 1) == 'x';
            if (!prefix && HexFormat.isHexDigit(c)) {
                digits.append(c);
            }
        }
        if (digits.length() % 2 == 1) {
            digits.setLength(digits.length() - 1);
        }
        return ReadableText.ofUtf8(HexFormat.of().parseHex(digits));
    }
}
