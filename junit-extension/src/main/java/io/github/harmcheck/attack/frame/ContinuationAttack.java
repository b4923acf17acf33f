package io.github.harmcheck.attack.frame;

import io.github.harmcheck.attack.AttackKind;

/**
 * Lets the app go on with a text that has already begun to answer. After garak's continuation probes (Derczynski et
 * al. 2024, arXiv 2406.11036), with answers instead of slurs. Variants are the templates in {@code continuation.txt}.
 *
 * @since 0.1.0
 */
public final class ContinuationAttack extends FrameAttack {

    /** For the service loader. */
    public ContinuationAttack() {
        super(
                "continuation",
                "Continuation",
                "Lets the app go on with a text that has already begun to answer",
                "garak continuation, Derczynski et al. 2024, arXiv 2406.11036");
    }

    @Override
    public AttackKind kind() {
        return AttackKind.BLACK_BOX_VARIANT;
    }
}
