package io.github.harmcheck.attack.encoding;

import java.util.function.UnaryOperator;

/**
 * Sends the request with the alphabet turned round, z for a and a for z: a cipher of CipherChat (Yuan et al. 2023,
 * arXiv 2308.06463). Reversible for all texts. Options and variants: those of all encodings, {@code encodings.answer}.
 *
 * @since 0.1.0
 */
public final class AtbashAttack extends EncodingAttack {
    private static final LetterCipher CIPHER = new LetterCipher("zyxwvutsrqponmlkjihgfedcba");
    private static final UnaryOperator<String> REPLY = CIPHER.replyDecoder();

    /** For the service loader. */
    public AtbashAttack() {
        super(
                "atbash",
                "Atbash",
                "Sends the request with the alphabet turned round, z for a",
                "CipherChat, Yuan et al. 2023, arXiv 2308.06463",
                "the Atbash cipher, z for a and a for z",
                true);
    }

    @Override
    protected String encode(String text) {
        return CIPHER.encode(text);
    }

    @Override
    protected String decode(String encoded) {
        return CIPHER.decode(encoded);
    }

    @Override
    protected String decodeReply(String reply) {
        return REPLY.apply(reply);
    }
}
