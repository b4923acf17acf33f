package io.github.harmcheck.attack.adaptive;

import io.github.harmcheck.attack.AttackKind;
import io.github.harmcheck.attack.AttackNeed;
import io.github.harmcheck.attack.Attempt;
import io.github.harmcheck.attack.BehaviorPrompt;
import io.github.harmcheck.core.Behavior;
import io.github.harmcheck.core.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Hides the goal between two pleasant topics: a story that connects the three, then each of them in more depth, then the
 * goal alone. Deceptive Delight (Unit 42, Palo Alto Networks, October 2024): two turns, and a third that raised success
 * most. A model picks the topics for each goal; the turns are our own words. Variants are {@code turns-2} and {@code
 * turns-3}.
 *
 * <p>Where it differs: the turns are fixed before the first is said, so that no attack judge is needed, and they are not
 * tried out first.
 *
 * @since 0.1.0
 */
public final class DeceptiveDelightAttack extends AdaptiveAttack {
    private static final int FEWEST = 2;
    private static final Setting TURNS = new Setting("turns", 3, FEWEST, 3, true, "longest conversation, 2 or 3 turns");
    private static final Setting TEMPERATURE = Setting.temperature(1.0);
    private static final Setting MAX_TOKENS = Setting.maxTokens(500);
    private static final Setting RETRIES = Setting.retries(3);

    /** For the service loader. */
    public DeceptiveDelightAttack() {
        super(
                "deceptive-delight",
                "Deceptive Delight",
                "Hides the goal between two pleasant topics of one story, and then asks for more of it "
                        + "(Deceptive Delight, Unit 42, October 2024).",
                "Unit 42, Palo Alto Networks, October 2024",
                AttackKind.NATIVE,
                Set.of(AttackNeed.ATTACKER),
                TURNS,
                TEMPERATURE,
                MAX_TOKENS,
                RETRIES);
    }

    @Override
    Stream<Attempt> attempts(Behavior behavior, Tuned tuned) {
        int asks = 1 + tuned.whole(RETRIES);
        Sampling sampling = Sampling.of(tuned.number(TEMPERATURE), tuned.whole(MAX_TOKENS));
        return IntStream.rangeClosed(FEWEST, tuned.whole(TURNS))
                .mapToObj(turns ->
                        new AdaptiveAttempt("turns-" + turns, false, new Attempt.Calls(turns, asks, 0), dialogue -> {
                            Attacker attacker = Attacker.of(tuned.settings(), id(), dialogue, asks);
                            return story(behavior, turns, attacker, sampling);
                        }));
    }

    private static List<Message> story(Behavior behavior, int turns, Attacker attacker, Sampling sampling)
            throws Exception {
        Prompt prompt = Prompt.of("delight-topics").quote("goal", Refinement.goal(behavior));
        Map<String, String> topics = attacker.fields(Attacker.saying(prompt), sampling, "first", "second", "middle");
        List<Message> messages = new ArrayList<>();
        for (int turn = 1; turn <= turns; turn++) {
            Prompt text = Prompt.of("delight-turn-" + turn).put("middle", topics.getOrDefault("middle", ""));
            if (turn == 1) {
                text.put("first", topics.getOrDefault("first", "")).put("second", topics.getOrDefault("second", ""));
            }
            messages.add(Message.user(turn == 1 ? BehaviorPrompt.withContext(behavior, text.text()) : text.text()));
        }
        return List.copyOf(messages);
    }
}
