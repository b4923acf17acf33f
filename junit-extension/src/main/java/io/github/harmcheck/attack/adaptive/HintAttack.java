package io.github.harmcheck.attack.adaptive;

import io.github.harmcheck.attack.AttackKind;
import io.github.harmcheck.attack.AttackNeed;
import io.github.harmcheck.attack.Attempt;
import io.github.harmcheck.attack.Dialogue;
import io.github.harmcheck.attack.OriginalQuestion;
import io.github.harmcheck.core.Message;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Asks with a hint that somebody gave who was asked for the benefits of the unsafe action: alone, and after four
 * demonstrations. Only the unsafe side is asked.
 */
abstract class HintAttack extends FollowUpAttack {
    static final Setting HINTS = Setting.whole("hints", 5, 1, "hints for each unsafe question or request");

    HintAttack(String id, String name, String description, String source, Set<AttackNeed> needs, Setting... settings) {
        super(id, name, description, source, AttackKind.NATIVE, needs, settings);
    }

    /** Returns the calls of one attempt. */
    abstract Attempt.Calls calls(Tuned tuned);

    /** Returns the hint of a number from 0, or nothing where none was given. */
    abstract Optional<String> hint(OriginalQuestion base, Tuned tuned, Dialogue dialogue, int index) throws Exception;

    @Override
    final Stream<Attempt> attempts(OriginalQuestion base, Tuned tuned) {
        if (!isUnsafe(base)) {
            return Stream.empty();
        }
        return IntStream.range(0, tuned.whole(HINTS)).boxed().flatMap(index -> {
            String variant = base.variant() + ".h" + (index + 1);
            return Stream.of(
                    attempt(base, tuned, variant, index, false), attempt(base, tuned, variant + ".demos", index, true));
        });
    }

    private Attempt attempt(OriginalQuestion base, Tuned tuned, String variant, int index, boolean demonstrations) {
        Attempt.Calls calls = calls(tuned);
        return new WrittenAttempt(
                variant,
                base.probe(),
                calls.target() > 1,
                calls,
                dialogue -> List.of(Message.user(hint(base, tuned, dialogue, index)
                        .map(hint -> base.hinted(hint, demonstrations))
                        .orElseGet(() -> base.prompt(base.text())))),
                reply -> reply);
    }
}
