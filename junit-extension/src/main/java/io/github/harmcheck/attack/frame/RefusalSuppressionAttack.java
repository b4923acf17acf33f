package io.github.harmcheck.attack.frame;

/**
 * Forbids the phrases and habits a refusal is made of. Refusal suppression of Wei et al. 2023 (arXiv 2307.02483, section
 * 3.1). Variants are the templates in {@code refusal-suppression.txt}.
 *
 * @since 0.1.0
 */
public final class RefusalSuppressionAttack extends FrameAttack {

    /** For the service loader. */
    public RefusalSuppressionAttack() {
        super(
                "refusal-suppression",
                "Refusal suppression",
                "Forbids the phrases and habits a refusal is made of",
                "refusal suppression, Wei et al. 2023, arXiv 2307.02483");
    }
}
