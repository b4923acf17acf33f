package io.github.harmcheck.attack.adaptive;

import io.github.harmcheck.attack.AttackKind;
import io.github.harmcheck.attack.AttackNeed;
import io.github.harmcheck.attack.Attempt;
import io.github.harmcheck.core.Behavior;
import io.github.harmcheck.core.Message;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Has a model write messages that might elicit the behavior, without examples. Zero-shot generation of Perez et al. 2022
 * (arXiv 2202.03286, section 3) as HarmBench runs it (arXiv 2402.04249, appendix C.1). Variants are {@code case-1} ….
 *
 * <p>Where it differs: HarmBench stops the model at the first line break, here the first line of the answer is taken; its
 * penalties of 0.1 for repeated words are not sent, since not every model takes them. The context goes before the message
 * with five dashes between, as HarmBench does for this method alone.
 *
 * @since 0.1.0
 */
public final class ZeroShotAttack extends AdaptiveAttack {
    private static final String SEPARATOR = "\n\n-----\n\n";
    private static final Setting CASES = Setting.whole("cases", 5, 1, "messages for each behavior");
    private static final Setting TEMPERATURE = Setting.temperature(0.9);
    private static final Setting TOP_P =
            Setting.number("topP", 0.95, 0, 1, "nucleus sampling of the helper model; 1 leaves it to the model");
    private static final Setting MAX_TOKENS = Setting.maxTokens(256);
    private static final Setting RETRIES = Setting.retries(3);

    /** For the service loader. */
    public ZeroShotAttack() {
        super(
                "zero-shot",
                "ZeroShot",
                "Has a model write messages that might elicit the behavior "
                        + "(zero-shot, Perez et al. 2022, arXiv 2202.03286; as in HarmBench, arXiv 2402.04249).",
                "Perez et al. 2022, arXiv 2202.03286, section 3; HarmBench, arXiv 2402.04249",
                AttackKind.NATIVE,
                Set.of(AttackNeed.ATTACKER),
                CASES,
                TEMPERATURE,
                TOP_P,
                MAX_TOKENS,
                RETRIES);
    }

    @Override
    Stream<Attempt> attempts(Behavior behavior, Tuned tuned) {
        int cases = tuned.whole(CASES);
        int asks = 1 + tuned.whole(RETRIES);
        double topP = tuned.number(TOP_P);
        Sampling sampling = new Sampling(
                tuned.number(TEMPERATURE), topP == 1 ? null : Double.valueOf(topP), tuned.whole(MAX_TOKENS));
        return IntStream.rangeClosed(1, cases)
                .mapToObj(number ->
                        new AdaptiveAttempt("case-" + number, false, new Attempt.Calls(1, asks, 0), dialogue -> {
                            Attacker attacker = Attacker.of(tuned.settings(), id(), dialogue, asks);
                            Prompt prompt = prompt(behavior, number, cases);
                            return turns(behavior, firstLine(attacker.text(Attacker.saying(prompt), sampling)));
                        }));
    }

    /** What asks for a message. */
    static Prompt prompt(Behavior behavior, int number, int count) {
        return Prompt.of("zero-shot")
                .put("number", number)
                .put("count", count)
                .quote("goal", Refinement.goal(behavior));
    }

    /** Returns the first line, since a model that goes on after it writes about the message. */
    static String firstLine(String text) {
        return text.lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse(text)
                .strip();
    }

    private static List<Message> turns(Behavior behavior, String message) {
        return List.of(Message.user(behavior.context()
                .filter(context -> !context.isBlank())
                .map(context -> context + SEPARATOR + message)
                .orElse(message)));
    }
}
