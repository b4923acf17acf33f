package io.github.harmcheck.attack.frame;

import io.github.harmcheck.attack.AttackKind;

/**
 * Presents the request as the content of a published source that is to be quoted. After promptfoo's strategy {@code
 * citation}, after academic framing in DarkCite (Yang et al. 2024, arXiv 2411.11407). Variants are the templates in
 * {@code citation.txt}. Differs from the method: there a model invents the source for each request, here it is a
 * template.
 *
 * @since 0.1.0
 */
public final class CitationAttack extends FrameAttack {

    /** For the service loader. */
    public CitationAttack() {
        super(
                "citation",
                "Citation",
                "Presents the request as the content of a published source that is to be quoted",
                "promptfoo, 2024, its strategy citation");
    }

    @Override
    public AttackKind kind() {
        return AttackKind.BLACK_BOX_VARIANT;
    }
}
