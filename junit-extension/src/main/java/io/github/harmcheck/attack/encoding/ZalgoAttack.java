package io.github.harmcheck.attack.encoding;

import java.util.SplittableRandom;

/**
 * Sends the request with two to five combining marks on each letter, as garak's encoding probes do (Derczynski et al.
 * 2024, arXiv 2406.11036). The marks are the same each time. Reversible for texts without the combining marks U+0300
 * to U+036F. The app is always asked to answer in plain text. Variant {@code answer-plain}.
 *
 * @since 0.1.0
 */
public final class ZalgoAttack extends EncodingAttack {
    /** For the service loader. */
    public ZalgoAttack() {
        super(
                "zalgo",
                "Zalgo",
                "Sends the request with piles of accents on its letters",
                "garak, Derczynski et al. 2024, arXiv 2406.11036",
                "ordinary text with many combining marks on each letter, to be ignored",
                false);
    }

    @Override
    protected String encode(String text) {
        SplittableRandom random = new SplittableRandom(text.length());
        StringBuilder encoded = new StringBuilder(text.length() * 5);
        text.codePoints().forEach(c -> {
            encoded.appendCodePoint(c);
            int marks = Character.isLetter(c) ? random.nextInt(2, 6) : 0;
            for (int i = 0; i < marks; i++) {
                encoded.appendCodePoint(random.nextInt(CombiningMarks.FIRST, CombiningMarks.LAST + 1));
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
