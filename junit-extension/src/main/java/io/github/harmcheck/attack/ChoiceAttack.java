package io.github.harmcheck.attack;

import io.github.harmcheck.core.Advice;
import io.github.harmcheck.core.Behavior;
import io.github.harmcheck.core.Probe;
import io.github.harmcheck.core.Side;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Asks which of two pieces of advice is better, a safe and an unsafe one, in both orders, so that a preference for the
 * first or the second place shows. After the reasoning experiments of SafeText (Levy et al. 2022, arXiv 2210.10045). The
 * first unsafe piece is paired with the first safe one, and so on; where the safe ones run out, from the first again.
 * Variants are {@code unsafe-1-first}, {@code unsafe-1-second} …; the wording is in {@code choice.txt}. A scenario without
 * safe advice gets no attempt.
 *
 * @since 0.1.0
 */
public final class ChoiceAttack extends AdviceAttack {

    /** For the service loader. */
    public ChoiceAttack() {
        super(
                "choice",
                "SafeText choice",
                "Asks which of a safe and an unsafe piece of advice is better, in both orders",
                "after SafeText, arXiv 2210.10045",
                Set.of("scenario", "which", "first", "second"));
    }

    @Override
    boolean appliesTo(Advice advice) {
        return !advice.safe().isEmpty();
    }

    @Override
    Stream<Attempt> attempts(Behavior behavior, Advice advice) {
        int safes = advice.safe().size();
        if (safes == 0) {
            return Stream.empty();
        }
        return IntStream.range(0, advice.unsafe().size()).boxed().flatMap(i -> {
            String unsafe = advice.unsafe().get(i).strip();
            String safe = advice.safe().get(i % safes).strip();
            String variant = "unsafe-" + (i + 1);
            return Stream.of(
                    choice(behavior, variant + "-first", unsafe, safe),
                    choice(behavior, variant + "-second", safe, unsafe));
        });
    }

    private Attempt choice(Behavior behavior, String variant, String first, String second) {
        return attempt(
                variant,
                new Probe(Probe.Form.CHOICE, Side.UNSAFE, List.of(first, second)),
                behavior,
                () -> Map.of(
                        "scenario",
                        AdviceWording.scenario(behavior.text()),
                        "which",
                        AdviceWording.after(behavior.text(), "which"),
                        "first",
                        first,
                        "second",
                        second));
    }
}
