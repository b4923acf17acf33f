package io.github.harmcheck.attack.frame;

import io.github.harmcheck.attack.AttackKind;

/**
 * Uses guessed knowledge of how the app works inside. After the attack of that name in DeepTeam. Variants are the
 * templates in {@code gray-box.txt}. Differs from the method: there a model writes each prompt, here it is a
 * template.
 *
 * @since 0.1.0
 */
public final class GrayBoxAttack extends FrameAttack {

    /** For the service loader. */
    public GrayBoxAttack() {
        super(
                "gray-box",
                "Gray box",
                "Uses guessed knowledge of how the app works inside",
                "gray box, DeepTeam, Confident AI 2025");
    }

    @Override
    public AttackKind kind() {
        return AttackKind.BLACK_BOX_VARIANT;
    }
}
