package io.github.harmcheck.attack;

import io.github.harmcheck.core.Behavior;
import io.github.harmcheck.core.Probe;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A static attack that rewrites the request of a harmful behavior; each rewriting is a variant. */
abstract class RewritingAttack implements Attack {
    private final String id;
    private final String description;
    private final Set<String> groups;

    RewritingAttack(String id, String description, String... groups) {
        this.id = id;
        this.description = description;
        this.groups = Set.of(groups);
    }

    /** Returns the ways to rewrite a request, in a fixed order. */
    abstract List<Rewriting> rewritings(Behavior behavior, AttackSettings settings);

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final String description() {
        return description;
    }

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
        return rewritings(behavior, settings).stream()
                .map(rewriting -> new PromptAttempt(
                        rewriting.variant(),
                        Probe.HARM,
                        () -> BehaviorPrompt.withContext(
                                behavior, rewriting.rewrite().apply(behavior.text())),
                        rewriting.replyDecoder()));
    }
}
