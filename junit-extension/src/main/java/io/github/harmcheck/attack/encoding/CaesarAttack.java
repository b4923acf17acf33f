package io.github.harmcheck.attack.encoding;

import io.github.harmcheck.attack.AttackSettings;
import io.github.harmcheck.attack.Options;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Sends the request with each letter moved by some places in the alphabet: a cipher of CipherChat (Yuan et al. 2023,
 * arXiv 2308.06463), which moves by three. Reversible for all texts.
 *
 * <p>Options and variants: those of all encodings, {@code encodings.answer}, and {@code caesar.shift}, by how many
 * places, 1 to 25, default 3.
 *
 * @since 0.1.0
 */
public final class CaesarAttack extends EncodingAttack {
    private static final String SHIFT = "caesar.shift";
    private static final int DEFAULT_SHIFT = 3;

    private final LetterCipher cipher;
    private final UnaryOperator<String> reply;

    /** For the service loader. */
    public CaesarAttack() {
        this(DEFAULT_SHIFT);
    }

    private CaesarAttack(int shift) {
        super(
                "caesar",
                "Caesar",
                "Sends the request with each letter moved by some places in the alphabet",
                "CipherChat, Yuan et al. 2023, arXiv 2308.06463",
                "a Caesar cipher, each letter moved forward by " + shift + " in the alphabet",
                true);
        cipher = LetterCipher.shift(shift);
        reply = cipher.replyDecoder();
    }

    @Override
    public Map<String, String> options() {
        Map<String, String> all = new TreeMap<>(super.options());
        all.put(SHIFT, "by how many places each letter is moved, 1 to 25; default " + DEFAULT_SHIFT);
        return all;
    }

    @Override
    protected EncodingAttack configured(AttackSettings settings) {
        int shift = Options.between(settings, SHIFT, 1, 25).orElse(DEFAULT_SHIFT);
        return shift == DEFAULT_SHIFT ? this : new CaesarAttack(shift);
    }

    @Override
    protected String encode(String text) {
        return cipher.encode(text);
    }

    @Override
    protected String decode(String encoded) {
        return cipher.decode(encoded);
    }

    @Override
    protected String decodeReply(String text) {
        return reply.apply(text);
    }
}
