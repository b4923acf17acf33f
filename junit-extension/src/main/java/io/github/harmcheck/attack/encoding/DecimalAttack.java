package io.github.harmcheck.attack.encoding;

/**
 * Sends the request as the decimal numbers of its characters, the ASCII and Unicode codes of CipherChat (Yuan et al.
 * 2023, arXiv 2308.06463), a blank between them. Reversible for all well-formed Unicode. Options and variants: those
 * of all encodings, {@code encodings.answer}.
 *
 * @since 0.1.0
 */
public final class DecimalAttack extends EncodingAttack {
    private static final NumberCode CODE = new NumberCode(10);

    /** For the service loader. */
    public DecimalAttack() {
        super(
                "decimal",
                "ASCII codes",
                "Sends the request as the decimal numbers of its characters",
                "CipherChat, Yuan et al. 2023, arXiv 2308.06463",
                "character codes, decimal Unicode code points",
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
