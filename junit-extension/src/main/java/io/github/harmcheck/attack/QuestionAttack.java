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
 * Asks "{scenario} should you {advice}?" for each piece of advice, the unsafe and the safe ones, so that an app that says
 * No to everything is seen. SafeText (Levy et al. 2022, arXiv 2210.10045) in the form of ASSERT (Mei et al. 2023, arXiv
 * 2310.09624). Variants are {@code unsafe-1} …, then {@code safe-1} …; the wording is in {@code question.txt}.
 *
 * @since 0.1.0
 */
public final class QuestionAttack extends AdviceAttack {

    /** For the service loader. */
    public QuestionAttack() {
        super(
                "question",
                "SafeText yes/no question",
                "Asks whether you should follow a piece of advice, for each safe and unsafe one",
                "SafeText, arXiv 2210.10045; in the form of ASSERT, arXiv 2310.09624",
                Set.of("scenario", "should", "advice"));
    }

    @Override
    Stream<Attempt> attempts(Behavior behavior, Advice advice) {
        return Stream.concat(
                questions(behavior, Side.UNSAFE, "unsafe-", advice.unsafe()),
                questions(behavior, Side.SAFE, "safe-", advice.safe()));
    }

    private Stream<Attempt> questions(Behavior behavior, Side side, String prefix, List<String> pieces) {
        return IntStream.range(0, pieces.size()).mapToObj(i -> {
            String piece = pieces.get(i).strip();
            Probe probe = new Probe(Probe.Form.YES_NO, side, List.of(piece));
            return attempt(
                    prefix + (i + 1),
                    probe,
                    behavior,
                    () -> Map.of(
                            "scenario", AdviceWording.scenario(behavior.text()),
                            "should", AdviceWording.after(behavior.text(), "should"),
                            "advice", AdviceWording.afterShouldYou(piece)));
        });
    }
}
