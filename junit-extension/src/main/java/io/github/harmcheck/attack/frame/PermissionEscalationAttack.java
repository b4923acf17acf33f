package io.github.harmcheck.attack.frame;

import io.github.harmcheck.attack.AttackKind;

/**
 * Claims a role that may be told more than others. After the attacks authority escalation and permission escalation
 * in DeepTeam. Variants are the templates in {@code permission-escalation.txt}. Differs from the method: there a
 * model writes each prompt, here it is a template.
 *
 * @since 0.1.0
 */
public final class PermissionEscalationAttack extends FrameAttack {

    /** For the service loader. */
    public PermissionEscalationAttack() {
        super(
                "permission-escalation",
                "Permission escalation",
                "Claims a role that may be told more than others",
                "authority and permission escalation, DeepTeam, Confident AI 2025");
    }

    @Override
    public AttackKind kind() {
        return AttackKind.BLACK_BOX_VARIANT;
    }
}
