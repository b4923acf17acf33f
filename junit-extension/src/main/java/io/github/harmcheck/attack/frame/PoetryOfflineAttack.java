package io.github.harmcheck.attack.frame;

import io.github.harmcheck.attack.AttackKind;

/**
 * Puts the request into a poem and asks for a poem back. Adversarial poetry of Bisconti et al. 2025 (arXiv 2511.15304),
 * whose verses were written for each request, by hand or by a model ({@code poetry} does the latter); here the verses are
 * fixed and the request stands in them as it is, so that it needs no model and does less. Variants are the templates in
 * {@code poetry-offline.txt}.
 *
 * @since 0.1.0
 */
public final class PoetryOfflineAttack extends FrameAttack {

    /** For the service loader. */
    public PoetryOfflineAttack() {
        super(
                "poetry-offline",
                "Adversarial poetry (fixed verses)",
                "Puts the request into a poem",
                "adversarial poetry, Bisconti et al. 2025, arXiv 2511.15304; fixed verses in place of the model");
    }

    @Override
    public AttackKind kind() {
        return AttackKind.BLACK_BOX_VARIANT;
    }
}
