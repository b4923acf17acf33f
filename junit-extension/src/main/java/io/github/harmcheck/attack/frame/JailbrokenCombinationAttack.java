package io.github.harmcheck.attack.frame;

/**
 * Combines an opening to be used, forbidden phrases and a form to be kept in one prompt. The combinations of Wei et
 * al. 2023 (arXiv 2307.02483, section 4) without their Base64; {@code jailbroken-combination+base64} puts it back.
 * Variants are the templates in {@code jailbroken-combination.txt}.
 *
 * @since 0.1.0
 */
public final class JailbrokenCombinationAttack extends FrameAttack {

    /** For the service loader. */
    public JailbrokenCombinationAttack() {
        super(
                "jailbroken-combination",
                "Combination",
                "Combines an opening to be used, forbidden phrases and a form to be kept in one prompt",
                "combinations, Wei et al. 2023, arXiv 2307.02483");
    }
}
