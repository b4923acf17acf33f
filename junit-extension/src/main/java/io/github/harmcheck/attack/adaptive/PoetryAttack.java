package io.github.harmcheck.attack.adaptive;

import io.github.harmcheck.attack.AttackKind;
import io.github.harmcheck.attack.AttackNeed;
import java.util.Set;

/**
 * Has a model turn the request into a poem, and asks that. Adversarial poetry, Bisconti et al. 2025 (arXiv 2511.15304), in
 * the automatic form with a prompt for the model; one turn, one try. One variant, {@code verse}. Without a model see {@code
 * poetry-offline}.
 *
 * <p>Where it differs: the model is told what such a poem does and shown no poems of the paper. With {@code poetry.tries}
 * above 1 an attack judge is needed, which the paper does not have.
 *
 * @since 0.1.0
 */
public final class PoetryAttack extends RephrasingAttack {

    /** For the service loader. */
    public PoetryAttack() {
        super(
                "poetry",
                "Adversarial poetry",
                "Has a model turn the request into a poem (adversarial poetry, Bisconti et al. 2025, arXiv 2511.15304).",
                "Bisconti et al. 2025, arXiv 2511.15304",
                AttackKind.NATIVE,
                Set.of(AttackNeed.ATTACKER),
                "verse",
                Setting.whole("tries", 1, 1, "poems tried out; above 1 an attack judge is needed"),
                Setting.maxTokens(1024));
    }
}
