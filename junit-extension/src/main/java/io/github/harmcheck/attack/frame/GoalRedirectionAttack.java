package io.github.harmcheck.attack.frame;

import io.github.harmcheck.attack.AttackKind;

/**
 * Accepts the app's goal and turns it so that the request serves it. After the attack of that name in DeepTeam.
 * Variants are the templates in {@code goal-redirection.txt}. Differs from the method: there a model writes each
 * prompt, here it is a template.
 *
 * @since 0.1.0
 */
public final class GoalRedirectionAttack extends FrameAttack {

    /** For the service loader. */
    public GoalRedirectionAttack() {
        super(
                "goal-redirection",
                "Goal redirection",
                "Accepts the app's goal and turns it so that the request serves it",
                "goal redirection, DeepTeam, Confident AI 2025");
    }

    @Override
    public AttackKind kind() {
        return AttackKind.BLACK_BOX_VARIANT;
    }
}
