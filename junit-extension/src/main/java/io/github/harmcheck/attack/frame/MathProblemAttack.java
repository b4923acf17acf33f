package io.github.harmcheck.attack.frame;

import io.github.harmcheck.attack.AttackKind;

/**
 * Writes the request as a problem of mathematics. MathPrompt (Bethany et al. 2024, arXiv 2409.11445). Variants are
 * the templates in {@code math-problem.txt}. Differs from the method: there a model translates each request into
 * symbols, here a template states the problem around it.
 *
 * @since 0.1.0
 */
public final class MathProblemAttack extends FrameAttack {

    /** For the service loader. */
    public MathProblemAttack() {
        super(
                "math-problem",
                "MathPrompt",
                "Writes the request as a problem of mathematics",
                "MathPrompt, Bethany et al. 2024, arXiv 2409.11445");
    }

    @Override
    public AttackKind kind() {
        return AttackKind.BLACK_BOX_VARIANT;
    }
}
