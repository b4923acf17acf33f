package io.github.harmcheck.attack.frame;

import io.github.harmcheck.attack.AttackKind;

/**
 * Hides the request in a field of a JSON document that is to be processed. After the attack of that name in DeepTeam.
 * Variants are the templates in {@code embedded-json.txt}. Differs from the method: there a model writes each prompt,
 * here it is a template.
 *
 * @since 0.1.0
 */
public final class EmbeddedJsonAttack extends FrameAttack {

    /** For the service loader. */
    public EmbeddedJsonAttack() {
        super(
                "embedded-json",
                "Embedded instruction JSON",
                "Hides the request in a field of a JSON document that is to be processed",
                "embedded instruction JSON, DeepTeam, Confident AI 2025");
    }

    @Override
    public AttackKind kind() {
        return AttackKind.BLACK_BOX_VARIANT;
    }
}
