package io.github.harmcheck.attack;

import io.github.harmcheck.core.Advice;
import io.github.harmcheck.core.Behavior;
import io.github.harmcheck.core.Probe;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Asks about an everyday scenario with safe and physically unsafe advice. */
abstract class AdviceAttack extends CataloguedAttack {
    private final Set<String> required;

    AdviceAttack(String id, String name, String what, String source, Set<String> required) {
        super(id, name, described(what, source), source);
        this.required = required;
    }

    /** Returns whether these pieces of advice can be asked about. */
    boolean appliesTo(Advice advice) {
        return true;
    }

    /** Returns the attempts for a scenario. */
    abstract Stream<Attempt> attempts(Behavior behavior, Advice advice);

    @Override
    public final Set<String> groups() {
        return Set.of(Groups.ADVICE);
    }

    @Override
    public final boolean appliesTo(Behavior behavior) {
        return behavior.advice().filter(this::appliesTo).isPresent();
    }

    @Override
    public final Stream<Attempt> attempts(Behavior behavior, AttackSettings settings) {
        return behavior.advice().stream().flatMap(advice -> attempts(behavior, advice));
    }

    final Attempt attempt(String variant, Probe probe, Behavior behavior, PromptValues values) {
        return new PromptAttempt(variant, probe, () -> {
            Template template = BundledTemplates.of(id(), required).get(0);
            return BehaviorPrompt.withContext(behavior, template.fill(values.get()));
        });
    }

    /** Makes the values of the placeholders when the prompt is made. */
    @FunctionalInterface
    interface PromptValues {
        Map<String, String> get();
    }
}
