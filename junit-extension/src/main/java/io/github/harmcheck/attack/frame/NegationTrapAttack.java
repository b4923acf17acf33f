package io.github.harmcheck.attack.frame;

/**
 * Asks for what must not be done, so that the answer lists it. After PyRIT's negation-trap converter (Lopez Munoz et al.
 * 2024, arXiv 2410.02828). Variants are the templates in {@code negation-trap.txt}.
 *
 * @since 0.1.0
 */
public final class NegationTrapAttack extends FrameAttack {

    /** For the service loader. */
    public NegationTrapAttack() {
        super(
                "negation-trap",
                "Negation trap",
                "Asks for what must not be done, so that the answer lists it",
                "PyRIT negation trap, Lopez Munoz et al. 2024, arXiv 2410.02828");
    }
}
