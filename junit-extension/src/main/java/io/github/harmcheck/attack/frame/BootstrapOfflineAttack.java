package io.github.harmcheck.attack.frame;

import io.github.harmcheck.attack.Attempt;
import io.github.harmcheck.attack.OriginalQuestion;
import io.github.harmcheck.attack.Template;
import io.github.harmcheck.core.Side;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Asks for the same unsafe thing in five other contexts. Targeted bootstrapping of ASSERT (Mei et al. 2023, arXiv
 * 2310.09624, method 2): first new contexts for the same unsafe action, then other unsafe actions in each. The second step
 * needs a model that knows the context ({@code bootstrap} does both); this form does the first, with fixed contexts in
 * front of the known one. The label stays unsafe, so only the unsafe side is asked. Variants are {@code unsafe-1.c1} …, or
 * {@code verbatim.c1} …; the contexts are in {@code bootstrap-offline.txt}.
 *
 * @since 0.1.0
 */
public final class BootstrapOfflineAttack extends OfflineFollowUp {

    /** For the service loader. */
    public BootstrapOfflineAttack() {
        super(
                "bootstrap-offline",
                "Targeted bootstrapping (fixed contexts)",
                "Asks for the same unsafe thing in five other contexts",
                "ASSERT method 2, Mei et al. 2023, arXiv 2310.09624; contexts without a model, first step only");
    }

    @Override
    Stream<Attempt> attempts(OriginalQuestion base) {
        if (base.probe().side() != Side.UNSAFE) {
            return Stream.empty();
        }
        List<Template> contexts = templates(base.isAdvice());
        return IntStream.range(0, contexts.size())
                .mapToObj(i -> attempt(
                        base, "c" + (i + 1), () -> base.prompt(contexts.get(i).fill(words(base)))));
    }

    private static Map<String, String> words(OriginalQuestion base) {
        Map<String, String> words = new HashMap<>(base.isAdvice() ? base.words() : Map.of());
        words.put(FrameAttack.REQUEST, base.text());
        return words;
    }
}
