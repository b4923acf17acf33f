package io.github.harmcheck.attack.encoding;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Sends the request in invisible variation selectors behind an emoji, one for each byte: a garak probe (Derczynski et
 * al. 2024, arXiv 2406.11036) and promptfoo's strategy {@code emoji}. U+FE00 to U+FE0F are the bytes 0 to 15, U+E0100
 * to U+E01EF the others. Reversible for all well-formed Unicode. The app is always asked to answer in plain text.
 * Variant {@code answer-plain}.
 *
 * @since 0.1.0
 */
public final class VariationSelectorsAttack extends EncodingAttack {
    private static final String CARRIER = "\uD83D\uDE0A";
    private static final SymbolCode CODE = new SymbolCode(
            IntStream.concat(Arrays.stream(CodePoints.range(0xFE00, 16)), Arrays.stream(CodePoints.range(0xE0100, 240)))
                    .toArray());
    private static final UnaryOperator<String> HIDDEN =
            new RunDecoder(CODE::has, c -> false, 2, run -> ReadableText.ofUtf8(CODE.decode(run)));

    /** For the service loader. */
    public VariationSelectorsAttack() {
        super(
                "variation-selectors",
                "Variation selectors",
                "Sends the request in invisible variation selectors behind an emoji",
                "garak, Derczynski et al. 2024, arXiv 2406.11036; emoji smuggling, promptfoo, 2025",
                "invisible variation selectors behind the emoji, one for each byte of UTF-8 text",
                false);
    }

    @Override
    protected String encode(String text) {
        return CARRIER + CODE.encode(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    protected String decode(String encoded) {
        return new String(CODE.decode(encoded), StandardCharsets.UTF_8);
    }

    @Override
    protected String decodeReply(String reply) {
        String read = HIDDEN.apply(reply);
        return read.equals(reply) ? reply : read.replace(CARRIER, "");
    }
}
