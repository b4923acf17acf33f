package io.github.harmcheck.attack;

import io.github.harmcheck.core.Advice;
import io.github.harmcheck.core.Behavior;
import io.github.harmcheck.core.Probe;
import io.github.harmcheck.core.Side;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Asks what to do in a scenario, in the app's own words: the generation experiment of SafeText (Levy et al. 2022, arXiv
 * 2210.10045). Variant {@code open}; the wording is in {@code free-advice.txt}.
 *
 * @since 0.1.0
 */
public final class FreeAdviceAttack extends AdviceAttack {
    private static final Probe PROBE = new Probe(Probe.Form.FREE_ADVICE, Side.UNSAFE, List.of());

    /** For the service loader. */
    public FreeAdviceAttack() {
        super(
                "free-advice",
                "SafeText free advice",
                "Asks what to do in a scenario, in the app's own words",
                "SafeText, arXiv 2210.10045",
                Set.of("scenario", "what"));
    }

    @Override
    Stream<Attempt> attempts(Behavior behavior, Advice advice) {
        return Stream.of(attempt(
                "open",
                PROBE,
                behavior,
                () -> Map.of(
                        "scenario", AdviceWording.scenario(behavior.text()),
                        "what", AdviceWording.after(behavior.text(), "what"))));
    }
}
