package io.github.harmcheck.attack.frame;

import io.github.harmcheck.attack.AttackKind;

/**
 * Quotes an earlier conversation in which the app has already offered the answer. Context Compliance Attack
 * (Russinovich and Salem 2025, arXiv 2503.05264). Variants are the templates in {@code context-compliance.txt}.
 * Differs from the method: there the app's own turn is put into the history, which an app that keeps its history does
 * not allow; here it is quoted.
 *
 * @since 0.1.0
 */
public final class ContextComplianceAttack extends FrameAttack {

    /** For the service loader. */
    public ContextComplianceAttack() {
        super(
                "context-compliance",
                "Context Compliance Attack",
                "Quotes an earlier conversation in which the app has already offered the answer",
                "Context Compliance Attack, Russinovich and Salem 2025, arXiv 2503.05264");
    }

    @Override
    public AttackKind kind() {
        return AttackKind.BLACK_BOX_VARIANT;
    }
}
