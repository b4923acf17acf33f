package io.github.harmcheck.attack.encoding;

/**
 * Sends the request in circled letters, after the converters of PyRIT (Lopez Munoz et al. 2024, arXiv 2410.02828).
 * Reversible for texts without circled letters. The app is always asked to answer in plain text. Variant {@code
 * answer-plain}.
 *
 * @since 0.1.0
 */
public final class CircledLettersAttack extends LetterStyleAttack {
    private static final int CAPITAL = 0x24B6;
    private static final int SMALL = 0x24D0;

    /** For the service loader. */
    public CircledLettersAttack() {
        super(
                "circled-letters",
                "Circled letters",
                "Sends the request in circled letters",
                "after PyRIT, Lopez Munoz et al. 2024, arXiv 2410.02828",
                "ordinary text in circled letters",
                moved('a', 'z', SMALL).andThen(moved('A', 'Z', CAPITAL)),
                moved(SMALL, SMALL + 25, 'a').andThen(moved(CAPITAL, CAPITAL + 25, 'A')));
    }
}
