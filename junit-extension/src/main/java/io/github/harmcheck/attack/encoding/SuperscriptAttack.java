package io.github.harmcheck.attack.encoding;

/**
 * Sends the request in superscript letters, after the converters of PyRIT (Lopez Munoz et al. 2024, arXiv 2410.02828).
 * Letters without such a form stay as they are. Reversible for texts without these characters. The app is always asked
 * to answer in plain text. Variant {@code answer-plain}.
 *
 * @since 0.1.0
 */
public final class SuperscriptAttack extends LetterStyleAttack {
    private static final String PLAIN = "abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVW0123456789";
    private static final String STYLED =
            "\u1D43\u1D47\u1D9C\u1D48\u1D49\u1DA0\u1D4D\u02B0\u2071\u02B2\u1D4F\u02E1\u1D50\u207F"
                    + "\u1D52\u1D56\u02B3\u02E2\u1D57\u1D58\u1D5B\u02B7\u02E3\u02B8\u1DBB\u1D2C\u1D2E\u1D30"
                    + "\u1D31\u1D33\u1D34\u1D35\u1D36\u1D37\u1D38\u1D39\u1D3A\u1D3C\u1D3E\u1D3F\u1D40\u1D41"
                    + "\u2C7D\u1D42\u2070\u00B9\u00B2\u00B3\u2074\u2075\u2076\u2077\u2078\u2079";

    /** For the service loader. */
    public SuperscriptAttack() {
        super(
                "superscript",
                "Superscript",
                "Sends the request in superscript letters",
                "PyRIT, Lopez Munoz et al. 2024, arXiv 2410.02828",
                "ordinary text in superscript letters",
                mapping(PLAIN, STYLED),
                mapping(STYLED, PLAIN));
    }
}
