package io.github.harmcheck.attack.encoding;

/**
 * Sends the request spelled in the NATO alphabet, as garak's encoding probes do (Derczynski et al. 2024, arXiv
 * 2406.11036): a blank between letters, {@code " / "} between words, a line break stays. What has no word stays as it
 * is. Reversible for texts of capitals and digits with single blanks between words. Options and variants: those of all
 * encodings, {@code encodings.answer}.
 *
 * @since 0.1.0
 */
public final class NatoAttack extends EncodingAttack {
    /** For the service loader. */
    public NatoAttack() {
        super(
                "nato",
                "NATO alphabet",
                "Sends the request spelled in the NATO alphabet",
                "garak, Derczynski et al. 2024, arXiv 2406.11036",
                "words of the NATO spelling alphabet, with / between words",
                true);
    }

    @Override
    protected String encode(String text) {
        return SpellingAlphabet.spell(text);
    }

    @Override
    protected String decode(String encoded) {
        return SpellingAlphabet.read(encoded);
    }

    @Override
    protected String decodeReply(String reply) {
        return SpellingAlphabet.readReply(reply);
    }
}
