package io.github.harmcheck.attack.frame;

import io.github.harmcheck.attack.AttackSettings;
import io.github.harmcheck.attack.BundledTemplates;
import io.github.harmcheck.attack.Groups;
import io.github.harmcheck.attack.Rewriting;
import io.github.harmcheck.attack.RewritingAttack;
import io.github.harmcheck.attack.Template;
import io.github.harmcheck.core.Behavior;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes the app a grader of harmful texts, and then asks it for examples of each grade. Bad Likert Judge (Unit 42, Palo
 * Alto Networks, December 2024): the app learns a scale of harmfulness, gives an example for every grade, and is asked to
 * draw out the worst. Two variants: {@code turns-2} ends with the examples, {@code turns-3} with the longer one. The source
 * looks at the second answer before it asks on; here both are played to their end, so no attack judge is needed. The turns
 * are {@code bad-likert-judge.txt}.
 *
 * @since 0.1.0
 */
public final class BadLikertJudgeAttack extends RewritingAttack {
    private static final Set<String> NOTHING = Set.of();

    /** For the service loader. */
    public BadLikertJudgeAttack() {
        super(
                "bad-likert-judge",
                "Bad Likert Judge",
                "Makes the app a grader of harmful texts and asks it for examples of each grade",
                "Bad Likert Judge, Unit 42, December 2024",
                Groups.FRAMES,
                Groups.ALL_STATIC);
    }

    @Override
    protected List<Rewriting> rewritings(Behavior behavior, AttackSettings settings) {
        return List.of(rewriting(2), rewriting(3));
    }

    private Rewriting rewriting(int turns) {
        return new Rewriting(
                "turns-" + turns,
                turns,
                request -> BundledTemplates.of(getClass(), id(), NOTHING).stream()
                        .limit(turns)
                        .map(template -> fill(template, request))
                        .toList(),
                reply -> reply);
    }

    private static String fill(Template template, String request) {
        return template.fill(Map.of(FrameAttack.REQUEST, request));
    }
}
