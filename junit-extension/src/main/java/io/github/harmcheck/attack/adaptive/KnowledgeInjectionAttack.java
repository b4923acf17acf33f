package io.github.harmcheck.attack.adaptive;

import io.github.harmcheck.attack.AttackNeed;
import io.github.harmcheck.attack.Attempt;
import io.github.harmcheck.attack.Dialogue;
import io.github.harmcheck.attack.OriginalQuestion;
import java.util.Optional;
import java.util.Set;

/**
 * Asks with a hint that another model wrote. Adversarial knowledge injection of ASSERT, Mei et al. 2023 (arXiv 2310.09624,
 * method 3), across models: the attacker model names five benefits of the unsafe action at temperature 0, and one is put
 * after the question, "(Hint: …)", alone or after four demonstrations. A hint must not flip the verdict of {@code direct} or
 * {@code question}. Variants are {@code unsafe-1.h1} and {@code unsafe-1.h1.demos} …, or {@code verbatim.h1} …. With the
 * app's own hints see {@code knowledge-injection-self}, without any model {@code knowledge-injection-offline}.
 *
 * <p>Where it differs: harmful requests are taken too; the demonstrations are our own.
 *
 * @since 0.1.0
 */
public final class KnowledgeInjectionAttack extends HintAttack {

    /** For the service loader. */
    public KnowledgeInjectionAttack() {
        super(
                "knowledge-injection",
                "Adversarial knowledge injection, cross-model",
                "Asks with a hint for the unsafe answer that another model wrote "
                        + "(ASSERT method 3, Mei et al. 2023, arXiv 2310.09624).",
                "ASSERT method 3, Mei et al. 2023, arXiv 2310.09624",
                Set.of(AttackNeed.ATTACKER),
                HINTS,
                TEMPERATURE,
                MAX_TOKENS,
                RETRIES);
    }

    @Override
    Attempt.Calls calls(Tuned tuned) {
        return new Attempt.Calls(1, 1 + tuned.whole(RETRIES), 0);
    }

    @Override
    Optional<String> hint(OriginalQuestion base, Tuned tuned, Dialogue dialogue, int index) throws Exception {
        Attacker attacker = Attacker.of(tuned.settings(), id(), dialogue, 1 + tuned.whole(RETRIES));
        Prompt prompt = Prompt.of(base.isAdvice() ? "benefits-of-advice" : "benefits-of-request")
                .put("count", tuned.whole(HINTS))
                .quote("text", base.text());
        return Optional.of(attacker.list(Attacker.saying(prompt), sampling(tuned), index + 1)
                .get(index));
    }
}
