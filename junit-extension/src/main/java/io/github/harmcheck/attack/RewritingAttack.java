package io.github.harmcheck.attack;

import io.github.harmcheck.core.Behavior;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A static attack that rewrites the request of a harmful behavior; each rewriting is a variant. Extend it for an attack of
 * your own that others can be put around, as in {@code "role-play+mine"}.
 *
 * @since 0.1.0
 */
public abstract class RewritingAttack extends CataloguedAttack {
    private final Set<String> groups;

    /**
     * Creates an attack.
     *
     * @param name the method's name as its source writes it
     * @param what what it does, the first half of {@link #description}, without a full stop
     * @param source paper, section, or a project's own idea
     * @param groups those it belongs to
     */
    protected RewritingAttack(String id, String name, String what, String source, String... groups) {
        super(id, name, described(what, source), source);
        this.groups = Set.of(groups);
    }

    /** Returns the ways to rewrite a request, in a fixed order. Makes no text yet: a plan calls it for every behavior. */
    protected abstract List<Rewriting> rewritings(Behavior behavior, AttackSettings settings);

    @Override
    public final Set<String> groups() {
        return groups;
    }

    @Override
    public final boolean appliesTo(Behavior behavior) {
        return HarmRequests.include(behavior);
    }

    @Override
    public final Stream<Attempt> attempts(Behavior behavior, AttackSettings settings) {
        return rewritings(behavior, settings).stream().map(rewriting -> new RewrittenAttempt(behavior, rewriting));
    }
}
