package io.github.harmcheck.attack.encoding;

/**
 * Sends the request as the octal numbers of its characters, as CipherChat does with other character codes (Yuan et al.
 * 2023, arXiv 2308.06463), a blank between them. Reversible for all well-formed Unicode. Options and variants: those
 * of all encodings, {@code encodings.answer}.
 *
 * @since 0.1.0
 */
public final class OctalAttack extends EncodingAttack {
    private static final NumberCode CODE = new NumberCode(8);

    /** For the service loader. */
    public OctalAttack() {
        super(
                "octal",
                "Octal codes",
                "Sends the request as the octal numbers of its characters",
                "after CipherChat, Yuan et al. 2023, arXiv 2308.06463",
                "character codes, octal Unicode code points",
                true);
    }

    @Override
    protected String encode(String text) {
        return CODE.encode(text);
    }

    @Override
    protected String decode(String encoded) {
        return CODE.decode(encoded);
    }

    @Override
    protected String decodeReply(String reply) {
        return CODE.decodeReply(reply);
    }
}
