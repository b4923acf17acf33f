package io.github.harmcheck.attack.encoding;

/**
 * Sends the request in the fullwidth forms of ASCII, after the converters of PyRIT (Lopez Munoz et al. 2024, arXiv
 * 2410.02828). Reversible for texts without these characters. The app is always asked to answer in plain text. Variant
 * {@code answer-plain}.
 *
 * @since 0.1.0
 */
public final class FullwidthAttack extends LetterStyleAttack {
    private static final int FIRST = 0xFF01;
    private static final int BLANK = 0x3000;

    /** For the service loader. */
    public FullwidthAttack() {
        super(
                "fullwidth",
                "Fullwidth",
                "Sends the request in fullwidth characters",
                "after PyRIT, Lopez Munoz et al. 2024, arXiv 2410.02828",
                "ordinary text in fullwidth characters",
                c -> c == ' ' ? BLANK : moved('!', '~', FIRST).applyAsInt(c),
                c -> c == BLANK ? ' ' : moved(FIRST, FIRST + '~' - '!', '!').applyAsInt(c));
    }
}
