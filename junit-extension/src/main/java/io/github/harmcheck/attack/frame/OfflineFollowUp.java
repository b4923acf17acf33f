package io.github.harmcheck.attack.frame;

import io.github.harmcheck.attack.Attack;
import io.github.harmcheck.attack.AttackKind;
import io.github.harmcheck.attack.AttackSettings;
import io.github.harmcheck.attack.Attempt;
import io.github.harmcheck.attack.BaseQuestion;
import io.github.harmcheck.attack.BundledTemplates;
import io.github.harmcheck.attack.Dialogue;
import io.github.harmcheck.attack.Groups;
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
abstract class OfflineFollowUp implements Attack {
    private static final String ADVICE = "advice-";

    private final String id;
    private final String name;
    private final String what;
    private final String source;

    OfflineFollowUp(String id, String name, String what, String source) {
        this.id = id;
        this.name = name;
        this.what = what;
        this.source = source;
    }

    /** Returns the attempts that follow one question. */
    abstract Stream<Attempt> attempts(BaseQuestion base);

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final String source() {
        return source;
    }

    @Override
    public final String description() {
        return what + " (" + source + ").";
    }

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
        return BaseQuestion.ATTACKS;
    }

    @Override
    public final boolean appliesTo(Behavior behavior) {
        return BaseQuestion.exist(behavior);
    }

    @Override
    public final Stream<Attempt> attempts(Behavior behavior, AttackSettings settings) {
        return BaseQuestion.of(behavior).stream().flatMap(this::attempts);
    }

    /** Returns the templates for advice, or those for requests. */
    final List<Template> templates(boolean advice) {
        return BundledTemplates.of(OfflineFollowUp.class, id, Set.of()).stream()
                .filter(template -> template.id().startsWith(ADVICE) == advice)
                .toList();
    }

    /** Makes an attempt whose text is made when it is played. */
    static Attempt attempt(BaseQuestion base, String name, Supplier<String> prompt) {
        return new FollowUp(base.variant() + '.' + name, base.probe(), prompt);
    }

    private record FollowUp(String variant, Probe probe, Supplier<String> prompt) implements Attempt {
        @Override
        public List<Message> turns(Dialogue dialogue) {
            return List.of(Message.user(prompt.get()));
        }
    }
}
