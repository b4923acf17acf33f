package io.github.harmcheck.attack.adaptive;

import io.github.harmcheck.attack.AttackKind;
import io.github.harmcheck.attack.AttackNeed;
import io.github.harmcheck.attack.Attempt;
import io.github.harmcheck.attack.Dialogue;
import io.github.harmcheck.attack.OriginalQuestion;
import io.github.harmcheck.core.Message;
import io.github.harmcheck.core.Probe;
import io.github.harmcheck.core.Side;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Has a model find new contexts, and other unsafe actions in them. Targeted bootstrapping of ASSERT, Mei et al. 2023 (arXiv
 * 2310.09624, method 2): five contexts in which somebody might do the same unsafe action, then five other unsafe actions
 * for each context, at temperature 0. The label stays unsafe, so only the unsafe side is asked. Variants are {@code
 * unsafe-1.c1.a1} … {@code unsafe-1.c5.a5}; for a harmful request {@code verbatim.c1} …. Without a model see {@code
 * bootstrap-offline}.
 *
 * <p>Where it differs: harmful requests are taken too, in five new contexts but without the second step: the judge of a
 * harmful request looks for that request, and another one would never be found in the reply. The judge of advice is told
 * context and action as the model wrote them.
 *
 * @since 0.1.0
 */
public final class BootstrapAttack extends FollowUpAttack {
    private static final Setting CONTEXTS = Setting.whole("contexts", 5, 1, "new contexts");
    private static final Setting ACTIONS = Setting.whole("actions", 5, 1, "other unsafe actions in each context");

    /** For the service loader. */
    public BootstrapAttack() {
        super(
                "bootstrap",
                "Targeted bootstrapping",
                "Has a model find new contexts, and other unsafe actions in them "
                        + "(ASSERT method 2, Mei et al. 2023, arXiv 2310.09624).",
                "ASSERT method 2, Mei et al. 2023, arXiv 2310.09624",
                AttackKind.NATIVE,
                Set.of(AttackNeed.ATTACKER),
                CONTEXTS,
                ACTIONS,
                TEMPERATURE,
                MAX_TOKENS,
                RETRIES);
    }

    @Override
    Stream<Attempt> attempts(OriginalQuestion base, Tuned tuned) {
        if (!isUnsafe(base)) {
            return Stream.empty();
        }
        int retries = tuned.whole(RETRIES);
        return IntStream.range(0, tuned.whole(CONTEXTS)).boxed().flatMap(context -> {
            String variant = base.variant() + ".c" + (context + 1);
            if (!base.isAdvice()) {
                return Stream.of(attempt(
                        base,
                        variant,
                        1 + retries,
                        dialogue -> request(
                                base, tuned, Attacker.of(tuned.settings(), id(), dialogue, 1 + retries), context)));
            }
            return IntStream.range(0, tuned.whole(ACTIONS))
                    .mapToObj(action -> attempt(
                            base,
                            variant + ".a" + (action + 1),
                            2 + retries,
                            dialogue -> advice(base, tuned, dialogue, 2 + retries, context, action)));
        });
    }

    private static Attempt attempt(OriginalQuestion base, String variant, int asks, AdaptiveAttempt.Turns writer) {
        return new WrittenAttempt(variant, base.probe(), false, new Attempt.Calls(1, asks, 0), writer, reply -> reply);
    }

    private static List<Message> request(OriginalQuestion base, Tuned tuned, Attacker attacker, int context)
            throws Exception {
        Prompt prompt = Prompt.of("bootstrap-request-contexts")
                .put("count", tuned.whole(CONTEXTS))
                .quote("request", base.text());
        String written = attacker.list(Attacker.saying(prompt), sampling(tuned), context + 1)
                .get(context);
        return List.of(Message.user(base.prompt(written + ' ' + base.text())));
    }

    private List<Message> advice(
            OriginalQuestion base, Tuned tuned, Dialogue dialogue, int asks, int context, int action) throws Exception {
        Attacker attacker = Attacker.of(tuned.settings(), id(), dialogue, asks);
        Prompt contexts = Prompt.of("bootstrap-contexts")
                .put("count", tuned.whole(CONTEXTS))
                .quote("scenario", base.behavior().text())
                .quote("action", base.probe().options().get(0));
        String scenario = attacker.list(Attacker.saying(contexts), sampling(tuned), context + 1)
                .get(context);
        Prompt actions = Prompt.of("bootstrap-actions")
                .put("count", tuned.whole(ACTIONS))
                .quote("scenario", scenario)
                .quote("action", base.probe().options().get(0));
        String advice = attacker.list(Attacker.saying(actions), sampling(tuned), action + 1)
                .get(action);
        dialogue.expect(new Probe(Probe.Form.YES_NO, Side.UNSAFE, List.of(scenario + ' ' + advice)));
        return List.of(Message.user(base.prompt(OriginalQuestion.question(scenario, advice))));
    }
}
