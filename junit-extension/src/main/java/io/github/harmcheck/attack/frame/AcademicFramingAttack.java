package io.github.harmcheck.attack.frame;

/**
 * Asks for the request as part of a study, a review or a thesis. Research experiment and text continuation in the
 * taxonomy of Liu et al. 2023 (arXiv 2305.13860). Variants are the templates in {@code academic-framing.txt}.
 *
 * @since 0.1.0
 */
public final class AcademicFramingAttack extends FrameAttack {

    /** For the service loader. */
    public AcademicFramingAttack() {
        super(
                "academic-framing",
                "Academic framing",
                "Asks for the request as part of a study, a review or a thesis",
                "research framing, Liu et al. 2023, arXiv 2305.13860");
    }
}
