package io.github.harmcheck.attack.frame;

import io.github.harmcheck.attack.AttackKind;

/**
 * Invents a situation, an audience and a purpose that seem to justify an answer. After the attack of that name in
 * DeepTeam. Variants are the templates in {@code synthetic-context.txt}. Differs from the method: there a model
 * writes each prompt, here it is a template.
 *
 * @since 0.1.0
 */
public final class SyntheticContextAttack extends FrameAttack {

    /** For the service loader. */
    public SyntheticContextAttack() {
        super(
                "synthetic-context",
                "Synthetic context injection",
                "Invents a situation, an audience and a purpose that seem to justify an answer",
                "synthetic context injection, DeepTeam, Confident AI 2025");
    }

    @Override
    public AttackKind kind() {
        return AttackKind.BLACK_BOX_VARIANT;
    }
}
