package io.github.harmcheck.attack.frame;

/**
 * Puts a few dialogues before the request in which an assistant answered. In-context attack of Wei et al. 2023 (arXiv
 * 2310.06387, section 3). The paper's demonstrations have harmful answers; ours are placeholders. Option {@code
 * in-context.shots}, default 1 and 5.
 *
 * @since 0.1.0
 */
public final class InContextAttack extends ShotsAttack {

    /** For the service loader. */
    public InContextAttack() {
        super(
                "in-context",
                "In-context attack (ICA)",
                "Puts a few dialogues before the request in which an assistant answered",
                "in-context attack, Wei et al. 2023, arXiv 2310.06387",
                "1,5");
    }
}
