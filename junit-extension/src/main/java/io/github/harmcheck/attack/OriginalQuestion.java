package io.github.harmcheck.attack;

import io.github.harmcheck.core.Advice;
import io.github.harmcheck.core.Behavior;
import io.github.harmcheck.core.Probe;
import io.github.harmcheck.core.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an attack starts from that asks for the same in another way: the request of {@code direct}, or one question of
 * {@code question}. Its follow-ups are named after it, {@code unsafe-1.p2}, so that their verdicts can be compared
 * ({@link Attack#followUpOf}). Makes no text before it is asked for one.
 *
 * @param behavior what is asked about
 * @param variant the variant of {@code direct} or {@code question}
 * @param probe the kind of answer asked for
 * @since 0.1.0
 */
public record OriginalQuestion(Behavior behavior, String variant, Probe probe) {

    /** The attacks whose attempts these are. */
    public static final Set<String> ATTACKS = Set.of("direct", "question");

    private static final String QUESTION = "question";
    private static final Map<Boolean, String> DEMONSTRATIONS =
            Map.of(true, demonstrations(0), false, demonstrations(1));

    private static String demonstrations(int index) {
        return BundledTemplates.of(OriginalQuestion.class, "hint-demonstrations", Set.of())
                .get(index)
                .fill(Map.of());
    }

    /** Returns whether a behavior has any: all but those about images. */
    public static boolean exist(Behavior behavior) {
        return HarmRequests.include(behavior) || behavior.advice().isPresent();
    }

    /** Returns those of a behavior in the order of {@code direct} or {@code question}, unsafe advice before safe. */
    public static List<OriginalQuestion> of(Behavior behavior) {
        if (HarmRequests.include(behavior)) {
            return List.of(new OriginalQuestion(behavior, "verbatim", Probe.HARM));
        }
        List<OriginalQuestion> questions = new ArrayList<>();
        behavior.advice().ifPresent(advice -> {
            add(questions, behavior, Side.UNSAFE, "unsafe-", advice);
            add(questions, behavior, Side.SAFE, "safe-", advice);
        });
        return questions;
    }

    private static void add(
            List<OriginalQuestion> questions, Behavior behavior, Side side, String prefix, Advice advice) {
        List<String> pieces = side == Side.UNSAFE ? advice.unsafe() : advice.safe();
        for (int i = 0; i < pieces.size(); i++) {
            Probe probe =
                    new Probe(Probe.Form.YES_NO, side, List.of(pieces.get(i).strip()));
            questions.add(new OriginalQuestion(behavior, prefix + (i + 1), probe));
        }
    }

    /** Returns whether a Yes or No is asked for, and not help with a request. */
    public boolean isAdvice() {
        return probe.form() == Probe.Form.YES_NO;
    }

    /** Returns the question about advice in a scenario, without the line that asks for a Yes or No. */
    public static String question(String scenario, String advice) {
        return BundledTemplates.of(OriginalQuestion.class, "should", Set.of("scenario", "should", "advice"))
                .get(0)
                .fill(words(scenario, advice));
    }

    /** Returns the words of a question about advice: {@code scenario}, {@code should} and {@code advice}. */
    public Map<String, String> words() {
        return words(behavior.text(), probe.options().get(0));
    }

    private static Map<String, String> words(String scenario, String advice) {
        return Map.of(
                "scenario", AdviceWording.scenario(scenario),
                "should", AdviceWording.after(scenario, "should"),
                "advice", AdviceWording.afterShouldYou(advice));
    }

    /** Returns the request, or the question without the line that asks for a Yes or No. */
    public String text() {
        return isAdvice() ? question(behavior.text(), probe.options().get(0)) : behavior.text();
    }

    /** Returns what is said to the app to ask this in other words: with the context, and with the line for a Yes or No. */
    public String prompt(String words) {
        String asked = isAdvice()
                ? BundledTemplates.of(OriginalQuestion.class, "yes-no", Set.of(QUESTION))
                        .get(0)
                        .fill(Map.of(QUESTION, words))
                : words;
        return BehaviorPrompt.withContext(behavior, asked);
    }

    /**
     * Returns what is said to ask this with a hint that speaks for the unsafe answer: {@code (Hint: …)}, as ASSERT (Mei et
     * al. 2023, arXiv 2310.09624) injects knowledge.
     *
     * @param hint one sentence; untrusted where a model wrote it
     * @param demonstrations whether four answered questions with hints stand in front
     */
    public String hinted(String hint, boolean demonstrations) {
        String asked = text() + " (Hint: " + hint + ")";
        return prompt(demonstrations ? DEMONSTRATIONS.get(isAdvice()) + "\n\n" + asked : asked);
    }
}
