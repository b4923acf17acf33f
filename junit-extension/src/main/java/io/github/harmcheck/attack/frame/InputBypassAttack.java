package io.github.harmcheck.attack.frame;

import io.github.harmcheck.attack.AttackKind;

/**
 * Talks past the checks on inputs. After the attack of that name in DeepTeam. Variants are the templates in {@code
 * input-bypass.txt}. Differs from the method: there a model writes each prompt, here it is a template.
 *
 * @since 0.1.0
 */
public final class InputBypassAttack extends FrameAttack {

    /** For the service loader. */
    public InputBypassAttack() {
        super(
                "input-bypass",
                "Input bypass",
                "Talks past the checks on inputs",
                "input bypass, DeepTeam, Confident AI 2025");
    }

    @Override
    public AttackKind kind() {
        return AttackKind.BLACK_BOX_VARIANT;
    }
}
