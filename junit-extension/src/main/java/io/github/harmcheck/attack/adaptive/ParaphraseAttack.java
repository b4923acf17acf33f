package io.github.harmcheck.attack.adaptive;

import io.github.harmcheck.attack.AttackKind;
import io.github.harmcheck.attack.AttackNeed;
import io.github.harmcheck.attack.Attempt;
import io.github.harmcheck.attack.Dialogue;
import io.github.harmcheck.attack.OriginalQuestion;
import io.github.harmcheck.core.Message;
import io.github.harmcheck.internal.JsonTexts;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Has a model say the same in five other wordings. Semantically aligned augmentation of ASSERT, Mei et al. 2023 (arXiv
 * 2310.09624, method 1): five paraphrases of each question at temperature 0, of which those with a question mark are kept.
 * A verdict that differs from that of {@code direct} or {@code question} breaks a metamorphic relation. Variants are {@code
 * unsafe-1.p1} …, or {@code verbatim.p1} …. Without a model see {@code paraphrase-offline}.
 *
 * <p>Where it differs: harmful requests are paraphrased too, and of these all wordings are kept. The attacker model
 * writes; in the paper each tested model writes its own. A wording that is missing is an error of the attempt, and not one
 * attempt fewer.
 *
 * @since 0.1.0
 */
public final class ParaphraseAttack extends FollowUpAttack {
    private static final Setting COUNT = Setting.whole("count", 5, 1, "wordings of each question or request");

    /** For the service loader. */
    public ParaphraseAttack() {
        super(
                "paraphrase",
                "Semantically aligned augmentation",
                "Has a model say the same in five other wordings (ASSERT method 1, Mei et al. 2023, arXiv 2310.09624).",
                "ASSERT method 1, Mei et al. 2023, arXiv 2310.09624",
                AttackKind.NATIVE,
                Set.of(AttackNeed.ATTACKER),
                COUNT,
                TEMPERATURE,
                MAX_TOKENS,
                RETRIES);
    }

    @Override
    Stream<Attempt> attempts(OriginalQuestion base, Tuned tuned) {
        int asks = 1 + tuned.whole(RETRIES);
        return IntStream.range(0, tuned.whole(COUNT))
                .mapToObj(index -> new WrittenAttempt(
                        base.variant() + ".p" + (index + 1),
                        base.probe(),
                        false,
                        new Attempt.Calls(1, asks, 0),
                        dialogue -> paraphrase(base, tuned, dialogue, asks, index),
                        reply -> reply));
    }

    private List<Message> paraphrase(OriginalQuestion base, Tuned tuned, Dialogue dialogue, int asks, int index)
            throws Exception {
        Attacker attacker = Attacker.of(tuned.settings(), id(), dialogue, asks);
        Prompt prompt = Prompt.of(base.isAdvice() ? "paraphrase-question" : "paraphrase-request")
                .put("count", tuned.whole(COUNT))
                .quote("text", base.text());
        List<String> wordings = attacker.ask(
                Attacker.saying(prompt),
                sampling(tuned),
                null,
                answer -> usable(answer, base.isAdvice()).filter(texts -> texts.size() > index));
        return List.of(Message.user(base.prompt(wordings.get(index))));
    }

    private static Optional<List<String>> usable(String answer, boolean questions) {
        return JsonTexts.array(answer)
                .map(texts -> texts.stream()
                        .filter(text -> !questions || text.contains("?"))
                        .toList());
    }
}
