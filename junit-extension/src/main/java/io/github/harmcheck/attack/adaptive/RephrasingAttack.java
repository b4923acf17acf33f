package io.github.harmcheck.attack.adaptive;

import io.github.harmcheck.attack.AttackKind;
import io.github.harmcheck.attack.AttackNeed;
import io.github.harmcheck.attack.Attempt;
import io.github.harmcheck.attack.Dialogue;
import io.github.harmcheck.core.Behavior;
import io.github.harmcheck.core.Message;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Has a model say the request in another way, and asks that: up to so many times, until the attack judge says that it got
 * through. With one try nothing is tried out and no attack judge is needed. The prompt is the resource named like the
 * attack.
 */
abstract class RephrasingAttack extends AdaptiveAttack {
    private static final Setting CUTOFF = Setting.number("cutoff", 10, 1, 10, "rating from which it stops");
    private static final Setting TEMPERATURE = Setting.temperature(1.0);
    private static final Setting RETRIES = Setting.retries(5);

    private final String variant;
    private final Setting tries;
    private final Setting maxTokens;

    RephrasingAttack(
            String id,
            String name,
            String description,
            String source,
            AttackKind kind,
            Set<AttackNeed> needs,
            String variant,
            Setting tries,
            Setting maxTokens) {
        super(id, name, description, source, kind, needs, tries, CUTOFF, TEMPERATURE, maxTokens, RETRIES);
        this.variant = variant;
        this.tries = tries;
        this.maxTokens = maxTokens;
    }

    @Override
    final Stream<Attempt> attempts(Behavior behavior, Tuned tuned) {
        int planned = tuned.whole(tries);
        if (planned == 1) {
            int asks = 1 + tuned.whole(RETRIES);
            return Stream.of(new AdaptiveAttempt(
                    variant,
                    false,
                    new Attempt.Calls(1, asks, 0),
                    dialogue -> Search.turns(behavior, new Writer(behavior, tuned, dialogue, asks).write(1, 1))));
        }
        int most = tuned.tries(planned);
        int asks = most + tuned.whole(RETRIES);
        return Stream.of(new AdaptiveAttempt(
                variant,
                true,
                new Attempt.Calls(most + 1, asks, most),
                dialogue -> search(behavior, tuned, dialogue, most, asks)));
    }

    private List<Message> search(Behavior behavior, Tuned tuned, Dialogue dialogue, int most, int asks)
            throws Exception {
        Writer writer = new Writer(behavior, tuned, dialogue, asks);
        Search search = new Search(behavior, dialogue, most);
        for (int number = 1; !search.isOver(); number++) {
            if (search.attempt(writer.write(number, most)).reaches(tuned.number(CUTOFF))) {
                break;
            }
        }
        return search.turns();
    }

    /** Has the model write. */
    private final class Writer {
        private final Behavior behavior;
        private final Attacker attacker;
        private final Sampling sampling;

        Writer(Behavior behavior, Tuned tuned, Dialogue dialogue, int asks) throws AttackerException {
            this.behavior = behavior;
            this.attacker = Attacker.of(tuned.settings(), id(), dialogue, asks);
            this.sampling = Sampling.of(tuned.number(TEMPERATURE), tuned.whole(maxTokens));
        }

        String write(int number, int count) throws Exception {
            Prompt prompt =
                    Prompt.of(id()).put("number", number).put("count", count).quote("request", behavior.text());
            return attacker.field(Attacker.saying(prompt), sampling, "text");
        }
    }
}
