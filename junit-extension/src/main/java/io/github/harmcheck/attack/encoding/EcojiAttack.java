package io.github.harmcheck.attack.encoding;

import io.github.harmcheck.attack.AttackKind;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Sends the request with ten bits of its UTF-8 bytes to an emoji, as Ecoji does, which garak's encoding probes use
 * (Derczynski et al. 2024, arXiv 2406.11036). The alphabet differs: 1024 emoji in the order of Unicode instead of a
 * table. Reversible for all well-formed Unicode. Options and variants: those of all encodings, {@code
 * encodings.answer}.
 *
 * @since 0.1.0
 */
public final class EcojiAttack extends EncodingAttack {
    private static final SymbolCode CODE = new SymbolCode(alphabet(), CodePoints.range(0x1F9F0, 4));
    private static final UnaryOperator<String> REPLY =
            new RunDecoder(CODE::has, c -> c <= ' ', 2, run -> ReadableText.ofUtf8(CODE.decode(run)));

    /** For the service loader. */
    public EcojiAttack() {
        super(
                "ecoji",
                "Ecoji",
                "Sends the request as emoji, ten bits to each",
                "garak, Derczynski et al. 2024, arXiv 2406.11036",
                "emoji that each stand for ten bits of UTF-8 text",
                true);
    }

    @Override
    public AttackKind kind() {
        return AttackKind.BLACK_BOX_VARIANT;
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

    private static int[] alphabet() {
        return IntStream.concat(
                        IntStream.concat(
                                Arrays.stream(CodePoints.range(0x1F300, 768)),
                                Arrays.stream(CodePoints.range(0x1F600, 80))),
                        Arrays.stream(CodePoints.range(0x1F900, 176)))
                .toArray();
    }
}
