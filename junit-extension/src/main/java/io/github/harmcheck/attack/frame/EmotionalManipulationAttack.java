package io.github.harmcheck.attack.frame;

import io.github.harmcheck.attack.AttackKind;

/**
 * Appeals to grief, fear or pity. After DeepTeam's attack, garak's grandma probes (Derczynski et al. 2024, arXiv
 * 2406.11036) and FuzzyAI's "please". Variants are the templates in {@code emotional-manipulation.txt}. Differs from
 * the method: there a model writes each prompt, here it is a template.
 *
 * @since 0.1.0
 */
public final class EmotionalManipulationAttack extends FrameAttack {

    /** For the service loader. */
    public EmotionalManipulationAttack() {
        super(
                "emotional-manipulation",
                "Emotional manipulation",
                "Appeals to grief, fear or pity",
                "emotional manipulation, DeepTeam, Confident AI 2025; garak grandma, Derczynski et al. 2024, arXiv 2406.11036");
    }

    @Override
    public AttackKind kind() {
        return AttackKind.BLACK_BOX_VARIANT;
    }
}
