package io.github.harmcheck.attack.frame;

import io.github.harmcheck.attack.AttackKind;

/**
 * Sets up false facts first, in whose light the request looks harmless. After the attack of that name in DeepTeam.
 * Variants are the templates in {@code context-poisoning.txt}. Differs from the method: there a model writes each
 * prompt, here it is a template.
 *
 * @since 0.1.0
 */
public final class ContextPoisoningAttack extends FrameAttack {

    /** For the service loader. */
    public ContextPoisoningAttack() {
        super(
                "context-poisoning",
                "Context poisoning",
                "Sets up false facts first, in whose light the request looks harmless",
                "context poisoning, DeepTeam, Confident AI 2025");
    }

    @Override
    public AttackKind kind() {
        return AttackKind.BLACK_BOX_VARIANT;
    }
}
