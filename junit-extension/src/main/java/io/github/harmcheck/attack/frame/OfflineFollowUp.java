package io.github.harmcheck.attack.frame;

import io.github.harmcheck.attack.AttackKind;
import io.github.harmcheck.attack.AttackSettings;
import io.github.harmcheck.attack.Attempt;
import io.github.harmcheck.attack.BundledTemplates;
import io.github.harmcheck.attack.CataloguedAttack;
import io.github.harmcheck.attack.Dialogue;
import io.github.harmcheck.attack.Groups;
import io.github.harmcheck.attack.OriginalQuestion;
import io.github.harmcheck.attack.Template;
import io.github.harmcheck.core.Behavior;
import io.github.harmcheck.core.Message;
import io.github.harmcheck.core.Probe;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Asks what {@code direct} or {@code question} asks in another way, by rules and templates, without a model. The templates
 * are in one file named like the attack; those for advice have an id that begins with {@code advice-}.
 */
abstract class OfflineFollowUp extends CataloguedAttack {
    private static final String ADVICE = "advice-";

    OfflineFollowUp(String id, String name, String what, String source) {
        super(id, name, described(what, source), source);
    }

    /** Returns the attempts that follow one question. */
    abstract Stream<Attempt> attempts(OriginalQuestion base);

    @Override
    public final AttackKind kind() {
        return AttackKind.BLACK_BOX_VARIANT;
    }

    @Override
    public final Set<String> groups() {
        return Set.of(Groups.ASSERT, Groups.ASSERT_OFFLINE);
    }

    @Override
    public final Set<String> followUpOf() {
        return OriginalQuestion.ATTACKS;
    }

    @Override
    public final boolean appliesTo(Behavior behavior) {
        return OriginalQuestion.exist(behavior);
    }

    @Override
    public final Stream<Attempt> attempts(Behavior behavior, AttackSettings settings) {
        return OriginalQuestion.of(behavior).stream().flatMap(this::attempts);
    }

    /** Returns the templates for advice, or those for requests. */
    final List<Template> templates(boolean advice) {
        return BundledTemplates.of(OfflineFollowUp.class, id(), Set.of()).stream()
                .filter(template -> template.id().startsWith(ADVICE) == advice)
                .toList();
    }

    /** Makes an attempt whose text is made when it is played. */
    static Attempt attempt(OriginalQuestion base, String name, Supplier<String> prompt) {
        return new FollowUp(base.variant() + '.' + name, base.probe(), prompt);
    }

    private record FollowUp(String variant, Probe probe, Supplier<String> prompt) implements Attempt {
        @Override
        public List<Message> turns(Dialogue dialogue) {
            return List.of(Message.user(prompt.get()));
        }
    }
}
