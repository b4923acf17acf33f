package io.github.harmcheck.attack.frame;

/**
 * Moves the request into a story, a thought experiment or a closed world where it seems to do no harm. Pretending in the
 * taxonomy of Liu et al. 2023 (arXiv 2305.13860). Variants are the templates in {@code hypothetical.txt}.
 *
 * @since 0.1.0
 */
public final class HypotheticalAttack extends FrameAttack {

    /** For the service loader. */
    public HypotheticalAttack() {
        super(
                "hypothetical",
                "Pretending",
                "Moves the request into a story, a thought experiment or a closed world where it seems to do no harm",
                "pretending, Liu et al. 2023, arXiv 2305.13860");
    }
}
