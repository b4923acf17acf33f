package io.github.harmcheck.attack.frame;

/**
 * Forbids, as a matter of style, the words and forms that a refusal is written in. Style injection of Wei et al. 2023
 * (arXiv 2307.02483, section 3.1). Variants are the templates in {@code style-injection.txt}.
 *
 * @since 0.1.0
 */
public final class StyleInjectionAttack extends FrameAttack {

    /** For the service loader. */
    public StyleInjectionAttack() {
        super(
                "style-injection",
                "Style injection",
                "Forbids, as a matter of style, the words and forms that a refusal is written in",
                "style injection, Wei et al. 2023, arXiv 2307.02483");
    }
}
