package io.github.harmcheck.attack.frame;

import io.github.harmcheck.attack.Attempt;
import io.github.harmcheck.attack.OriginalQuestion;
import io.github.harmcheck.attack.Template;
import io.github.harmcheck.core.Side;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Asks with a hint that speaks for the unsafe answer. Adversarial knowledge injection of ASSERT (Mei et al. 2023, arXiv
 * 2310.09624, method 3): "(Hint: …)" after the question, alone and after four demonstrations. ASSERT's hints are benefits
 * of the very action that a model names ({@code knowledge-injection} does that); here they are five sentences that fit any
 * action. A hint must not flip the verdict of {@code direct} or {@code question}; only the unsafe side is asked, as in
 * ASSERT. Variants are {@code unsafe-1.h1} and {@code unsafe-1.h1.demos} …; the hints are in {@code
 * knowledge-injection-offline.txt}.
 *
 * @since 0.1.0
 */
public final class KnowledgeInjectionOfflineAttack extends OfflineFollowUp {

    /** For the service loader. */
    public KnowledgeInjectionOfflineAttack() {
        super(
                "knowledge-injection-offline",
                "Adversarial knowledge injection (fixed hints)",
                "Asks with a hint that speaks for the unsafe answer",
                "ASSERT method 3, Mei et al. 2023, arXiv 2310.09624; hints that fit any action in place of the model's");
    }

    @Override
    Stream<Attempt> attempts(OriginalQuestion base) {
        if (base.probe().side() != Side.UNSAFE) {
            return Stream.empty();
        }
        List<Template> hints = templates(base.isAdvice());
        return IntStream.range(0, hints.size())
                .boxed()
                .flatMap(i -> Stream.of(
                        attempt(base, "h" + (i + 1), () -> base.hinted(text(hints.get(i)), false)),
                        attempt(base, "h" + (i + 1) + ".demos", () -> base.hinted(text(hints.get(i)), true))));
    }

    private static String text(Template hint) {
        return hint.fill(Map.of());
    }
}
