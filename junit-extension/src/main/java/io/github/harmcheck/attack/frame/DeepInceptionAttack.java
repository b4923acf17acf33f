package io.github.harmcheck.attack.frame;

/**
 * Nests the request into scenes within scenes, told from the innermost one. DeepInception (Li et al. 2023, arXiv
 * 2311.03191, section 3). Variants are the templates in {@code deep-inception.txt}.
 *
 * @since 0.1.0
 */
public final class DeepInceptionAttack extends FrameAttack {

    /** For the service loader. */
    public DeepInceptionAttack() {
        super(
                "deep-inception",
                "DeepInception",
                "Nests the request into scenes within scenes, told from the innermost one",
                "DeepInception, Li et al. 2023, arXiv 2311.03191");
    }
}
