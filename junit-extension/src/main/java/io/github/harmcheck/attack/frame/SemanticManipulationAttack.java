package io.github.harmcheck.attack.frame;

import io.github.harmcheck.attack.AttackKind;

/**
 * Rewords the request into so much ordinary language that its point is hard to see. After the attack of that name in
 * DeepTeam. Variants are the templates in {@code semantic-manipulation.txt}. Differs from the method: there a model
 * writes each prompt, here it is a template.
 *
 * @since 0.1.0
 */
public final class SemanticManipulationAttack extends FrameAttack {

    /** For the service loader. */
    public SemanticManipulationAttack() {
        super(
                "semantic-manipulation",
                "Semantic manipulation",
                "Rewords the request into so much ordinary language that its point is hard to see",
                "semantic manipulation, DeepTeam, Confident AI 2025");
    }

    @Override
    public AttackKind kind() {
        return AttackKind.BLACK_BOX_VARIANT;
    }
}
