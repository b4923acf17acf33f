package io.github.harmcheck.attack.encoding;

/**
 * Sends the request with a combining acute accent on each vowel, as a converter of PyRIT does (Lopez Munoz et al. 2024,
 * arXiv 2410.02828). Reversible for texts without the combining marks U+0300 to U+036F. The app is always asked to
 * answer in plain text. Variant {@code answer-plain}.
 *
 * @since 0.1.0
 */
public final class DiacriticsAttack extends EncodingAttack {
    /** For the service loader. */
    public DiacriticsAttack() {
        super(
                "diacritics",
                "Diacritics",
                "Sends the request with an accent on each vowel",
                "PyRIT, Lopez Munoz et al. 2024, arXiv 2410.02828",
                "ordinary text with accents that mean nothing",
                false);
    }

    @Override
    protected String encode(String text) {
        StringBuilder encoded = new StringBuilder(text.length() * 2);
        text.codePoints().forEach(c -> {
            encoded.appendCodePoint(c);
            if ("aeiouyAEIOUY".indexOf(c) >= 0) {
                encoded.append('\u0301');
            }
        });
        return encoded.toString();
    }

    @Override
    protected String decode(String encoded) {
        return CombiningMarks.dropped(encoded);
    }

    @Override
    protected String decodeReply(String reply) {
        return CombiningMarks.readReply(reply);
    }
}
