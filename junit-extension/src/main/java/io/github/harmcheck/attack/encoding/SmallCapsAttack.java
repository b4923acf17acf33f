package io.github.harmcheck.attack.encoding;

/**
 * Sends the request in small capitals, after the converters of PyRIT (Lopez Munoz et al. 2024, arXiv 2410.02828). Letters
 * without such a form stay as they are. Reversible for texts without these characters. The app is always asked to
 * answer in plain text. Variant {@code answer-plain}.
 *
 * @since 0.1.0
 */
public final class SmallCapsAttack extends LetterStyleAttack {
    private static final String PLAIN = "abcdefghijklmnopqrstuvwyz";
    private static final String STYLED =
            "\u1D00\u0299\u1D04\u1D05\u1D07\uA730\u0262\u029C\u026A\u1D0A\u1D0B\u029F\u1D0D\u0274"
                    + "\u1D0F\u1D18\uA7AF\u0280\uA731\u1D1B\u1D1C\u1D20\u1D21\u028F\u1D22";

    /** For the service loader. */
    public SmallCapsAttack() {
        super(
                "small-caps",
                "Small capitals",
                "Sends the request in small capitals",
                "after PyRIT, Lopez Munoz et al. 2024, arXiv 2410.02828",
                "ordinary text in small capitals",
                mapping(PLAIN, STYLED),
                mapping(STYLED, PLAIN));
    }
}
