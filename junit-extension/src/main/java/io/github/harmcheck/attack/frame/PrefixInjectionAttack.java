package io.github.harmcheck.attack.frame;

/**
 * Asks for a reply that begins as if the app had agreed, so that going on is easier than turning back. Prefix injection of
 * Wei et al. 2023 (arXiv 2307.02483, section 3.1). Variants are the templates in {@code prefix-injection.txt}.
 *
 * @since 0.1.0
 */
public final class PrefixInjectionAttack extends FrameAttack {

    /** For the service loader. */
    public PrefixInjectionAttack() {
        super(
                "prefix-injection",
                "Prefix injection",
                "Asks for a reply that begins as if the app had agreed",
                "prefix injection, Wei et al. 2023, arXiv 2307.02483");
    }
}
