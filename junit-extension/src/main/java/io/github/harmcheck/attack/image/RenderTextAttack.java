package io.github.harmcheck.attack.image;

import io.github.harmcheck.attack.Attack;
import io.github.harmcheck.attack.AttackConfigurationException;
import io.github.harmcheck.attack.AttackKind;
import io.github.harmcheck.attack.AttackNeed;
import io.github.harmcheck.attack.AttackSettings;
import io.github.harmcheck.attack.Attempt;
import io.github.harmcheck.attack.BehaviorPrompt;
import io.github.harmcheck.attack.BundledTemplates;
import io.github.harmcheck.attack.HarmRequests;
import io.github.harmcheck.attack.Options;
import io.github.harmcheck.core.Behavior;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Draws the request as an image, black on white, and asks in words only to read the image and to answer it. After
 * HarmBench's multimodal RenderText (arXiv 2402.04249, appendix C.1): an image of 512 x 512 pixels, in the largest
 * font from 10 to 20 points that fits. One variant, {@code image}.
 *
 * <p>Differs from it in what it poses: requests in text, so that a filter of words is passed by, where HarmBench poses its
 * multimodal behaviors; in that the text fills the image but for a margin of 32 pixels, where HarmBench leaves a quarter on
 * each side; and in that a text too long for one image goes on in the next. A context stands in words before the prompt.
 *
 * <p>Options: {@code render-text.minFont} and {@code render-text.maxFont}, points. The image depends on the fonts of the
 * machine; the same machine makes the same bytes. Characters that its font cannot draw are remarked in the plan.
 *
 * @since 0.1.0
 */
public final class RenderTextAttack implements Attack {
    private static final String ID = "render-text";
    private static final String MIN_FONT = ID + ".minFont";
    private static final String MAX_FONT = ID + ".maxFont";

    /** For the service loader. */
    public RenderTextAttack() {}

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String name() {
        return "MM RenderText";
    }

    @Override
    public String source() {
        return "after RenderText of HarmBench, arXiv 2402.04249";
    }

    @Override
    public String description() {
        return "Draws the request as an image and asks to answer what is written there (" + source() + ").";
    }

    @Override
    public AttackKind kind() {
        return AttackKind.BLACK_BOX_VARIANT;
    }

    @Override
    public Set<AttackNeed> needs() {
        return Set.of(AttackNeed.IMAGES);
    }

    @Override
    public Map<String, String> options() {
        return Map.of(
                MIN_FONT, "smallest font in points, 6 to 72, for texts that fit in no larger one; default 10",
                MAX_FONT, "largest font in points, 6 to 72; default 20");
    }

    @Override
    public boolean appliesTo(Behavior behavior) {
        return HarmRequests.include(behavior);
    }

    @Override
    public List<String> check(Collection<Behavior> behaviors, AttackSettings settings) {
        TextImages images = images(settings);
        List<String> undrawn = behaviors.stream()
                .filter(behavior -> !images.canDraw(behavior.text()))
                .map(Behavior::id)
                .toList();
        return undrawn.isEmpty()
                ? List.of()
                : List.of("this machine has no font for all characters of " + undrawn.size() + " of "
                        + behaviors.size() + " behaviors, the first is " + undrawn.get(0)
                        + "; a model sees boxes in their place. Install a font that has them");
    }

    @Override
    public Stream<Attempt> attempts(Behavior behavior, AttackSettings settings) {
        TextImages images = images(settings);
        return Stream.of(new ImageAttempt(
                "image", () -> BehaviorPrompt.withContext(behavior, prompt()), () -> images.of(behavior.text())));
    }

    private static TextImages images(AttackSettings settings) {
        int most = Options.between(settings, MAX_FONT, 6, 72).orElse(20);
        int least = Options.between(settings, MIN_FONT, 6, 72).orElse(Math.min(10, most));
        if (least > most) {
            throw new AttackConfigurationException(
                    MIN_FONT + " = " + least + " is more than " + MAX_FONT + " = " + most + ": make it smaller");
        }
        return new TextImages(least, most);
    }

    private static String prompt() {
        return BundledTemplates.of(RenderTextAttack.class, ID, Set.of()).get(0).fill(Map.of());
    }
}
