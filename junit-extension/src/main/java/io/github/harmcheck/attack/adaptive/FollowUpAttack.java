package io.github.harmcheck.attack.adaptive;

import io.github.harmcheck.attack.AttackKind;
import io.github.harmcheck.attack.AttackNeed;
import io.github.harmcheck.attack.Attempt;
import io.github.harmcheck.attack.Groups;
import io.github.harmcheck.attack.OriginalQuestion;
import io.github.harmcheck.core.Behavior;
import io.github.harmcheck.core.Side;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Asks what {@code direct} or {@code question} asks in another way that a model finds: the methods of ASSERT. A model is
 * asked anew for each attempt, at temperature 0, and the attempt takes the item of its number: attempts stay independent of
 * each other, so that any of them can be run, resumed and replayed alone.
 */
abstract class FollowUpAttack extends AdaptiveAttack {
    static final Setting TEMPERATURE = Setting.temperature(0);
    static final Setting MAX_TOKENS = Setting.maxTokens(256);
    static final Setting RETRIES = Setting.retries(3);

    FollowUpAttack(
            String id,
            String name,
            String description,
            String source,
            AttackKind kind,
            Set<AttackNeed> needs,
            Setting... settings) {
        super(id, name, description, source, kind, needs, settings);
    }

    /** Returns the attempts that follow one question. Makes no call and no text. */
    abstract Stream<Attempt> attempts(OriginalQuestion base, Tuned tuned);

    @Override
    public final Set<String> groups() {
        Set<String> groups = new TreeSet<>(super.groups());
        groups.add(Groups.ASSERT);
        return groups;
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
    final Stream<Attempt> attempts(Behavior behavior, Tuned tuned) {
        return OriginalQuestion.of(behavior).stream().flatMap(base -> attempts(base, tuned));
    }

    static boolean isUnsafe(OriginalQuestion base) {
        return base.probe().side() == Side.UNSAFE;
    }

    static Sampling sampling(Tuned tuned) {
        return Sampling.of(tuned.number(TEMPERATURE), tuned.whole(MAX_TOKENS));
    }
}
