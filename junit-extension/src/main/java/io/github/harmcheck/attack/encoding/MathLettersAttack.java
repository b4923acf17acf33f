package io.github.harmcheck.attack.encoding;

/**
 * Sends the request in the bold letters and digits of mathematics, after the converters of PyRIT (Lopez Munoz et al. 2024,
 * arXiv 2410.02828). Reversible for texts without these characters. The app is always asked to answer in plain text.
 * Variant {@code answer-plain}.
 *
 * @since 0.1.0
 */
public final class MathLettersAttack extends LetterStyleAttack {
    private static final int CAPITAL = 0x1D400;
    private static final int SMALL = 0x1D41A;
    private static final int DIGIT = 0x1D7CE;

    /** For the service loader. */
    public MathLettersAttack() {
        super(
                "math-letters",
                "Mathematical letters",
                "Sends the request in bold letters of mathematics",
                "after PyRIT, Lopez Munoz et al. 2024, arXiv 2410.02828",
                "ordinary text in bold mathematical letters",
                moved('a', 'z', SMALL).andThen(moved('A', 'Z', CAPITAL)).andThen(moved('0', '9', DIGIT)),
                moved(SMALL, SMALL + 25, 'a')
                        .andThen(moved(CAPITAL, CAPITAL + 25, 'A'))
                        .andThen(moved(DIGIT, DIGIT + 9, '0')));
    }
}
