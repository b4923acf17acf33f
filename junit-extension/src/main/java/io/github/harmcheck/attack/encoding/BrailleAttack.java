package io.github.harmcheck.attack.encoding;

/**
 * Sends the request in uncontracted English Braille, as garak's encoding probes do (Derczynski et al. 2024, arXiv
 * 2406.11036): a sign before a capital, a sign before a number, a sign before a letter that would continue a number.
 * What has no pattern stays as it is. Reversible for texts without Braille patterns. Options and variants: those of
 * all encodings, {@code encodings.answer}.
 *
 * @since 0.1.0
 */
public final class BrailleAttack extends EncodingAttack {
    /** For the service loader. */
    public BrailleAttack() {
        super(
                "braille",
                "Braille",
                "Sends the request in Braille",
                "garak, Derczynski et al. 2024, arXiv 2406.11036",
                "English Braille, uncontracted, in Unicode Braille patterns",
                true);
    }

    @Override
    protected String encode(String text) {
        return Braille.write(text);
    }

    @Override
    protected String decode(String encoded) {
        return Braille.read(encoded);
    }

    @Override
    protected String decodeReply(String reply) {
        boolean braille = CodePoints.atLeast(2, reply, Braille::isPattern);
        return braille ? Braille.read(reply) : reply;
    }
}
