package io.github.harmcheck.attack;

import io.github.harmcheck.core.Behavior;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Asks for the behavior in its own words, after its context. HarmBench's DirectRequest (arXiv 2402.04249, appendix C.1).
 * One variant, {@code verbatim}.
 *
 * @since 0.1.0
 */
public final class DirectAttack extends RewritingAttack {
    private static final List<Rewriting> VERBATIM = List.of(Rewriting.of("verbatim", UnaryOperator.identity()));

    /** For the service loader. */
    public DirectAttack() {
        super(
                "direct",
                "DirectRequest",
                "Asks for the behavior in its own words",
                "DirectRequest of HarmBench, arXiv 2402.04249",
                Groups.ALL_STATIC);
    }

    @Override
    protected List<Rewriting> rewritings(Behavior behavior, AttackSettings settings) {
        return VERBATIM;
    }
}
