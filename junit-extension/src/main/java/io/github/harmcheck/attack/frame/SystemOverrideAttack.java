package io.github.harmcheck.attack.frame;

import io.github.harmcheck.attack.AttackKind;

/**
 * Pretends that a message of the system or the operator replaces the rules. After the attack of that name in DeepTeam
 * and the direct injections of Perez and Ribeiro 2022 (arXiv 2211.09527). Variants are the templates in {@code
 * system-override.txt}. Differs from the method: there a model writes each prompt, here it is a template.
 *
 * @since 0.1.0
 */
public final class SystemOverrideAttack extends FrameAttack {

    /** For the service loader. */
    public SystemOverrideAttack() {
        super(
                "system-override",
                "System override",
                "Pretends that a message of the system or the operator replaces the rules",
                "system override, DeepTeam, Confident AI 2025");
    }

    @Override
    public AttackKind kind() {
        return AttackKind.BLACK_BOX_VARIANT;
    }
}
