package io.github.harmcheck.attack.image;

import io.github.harmcheck.attack.Attack;
import io.github.harmcheck.attack.AttackConfigurationException;
import io.github.harmcheck.attack.AttackNeed;
import io.github.harmcheck.attack.AttackSettings;
import io.github.harmcheck.attack.Attempt;
import io.github.harmcheck.core.Behavior;
import io.github.harmcheck.core.FunctionalCategory;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Asks for a multimodal behavior in its own words and shows the image that it is about. HarmBench's multimodal
 * DirectRequest (arXiv 2402.04249, appendix C.1). One variant, {@code verbatim}.
 *
 * <p>A behavior names its image in a tag {@code image:<file name>}, as the reader of HarmBench's multimodal behaviors writes
 * it; one without it gets no attempt. The files stand in the folder that the option {@code direct-image.folder} names. All
 * are looked at before the first call: each must be a PNG, JPEG, GIF or WebP of at most 20 MB. The description of the image is
 * for the judge and not sent.
 *
 * @since 0.1.0
 */
public final class DirectImageAttack implements Attack {
    private static final String ID = "direct-image";
    private static final String FOLDER = ID + ".folder";

    /** For the service loader. */
    public DirectImageAttack() {}

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String name() {
        return "MM DirectRequest";
    }

    @Override
    public String source() {
        return "DirectRequest of HarmBench, arXiv 2402.04249";
    }

    @Override
    public String description() {
        return "Shows the image that a multimodal behavior is about, and asks for it in its own words (" + source()
                + ").";
    }

    @Override
    public Set<AttackNeed> needs() {
        return Set.of(AttackNeed.FILE, AttackNeed.IMAGES);
    }

    @Override
    public Map<String, String> options() {
        return Map.of(FOLDER, "folder with the images that the behaviors name; needed");
    }

    @Override
    public boolean appliesTo(Behavior behavior) {
        return behavior.functionalCategory() == FunctionalCategory.MULTIMODAL
                && ImageFolder.name(behavior).isPresent();
    }

    @Override
    public List<String> check(Collection<Behavior> behaviors, AttackSettings settings) {
        if (!behaviors.isEmpty()) {
            ImageFolder folder = folder(settings);
            behaviors.forEach(folder::check);
        }
        return List.of();
    }

    @Override
    public Stream<Attempt> attempts(Behavior behavior, AttackSettings settings) {
        return Stream.of(new ImageAttempt(
                "verbatim", behavior::text, () -> List.of(folder(settings).image(behavior))));
    }

    private static ImageFolder folder(AttackSettings settings) {
        return settings.option(FOLDER)
                .map(value -> ImageFolder.of(FOLDER, value))
                .orElseThrow(() -> new AttackConfigurationException("the attack " + ID + " needs the option " + FOLDER
                        + ": the folder with the images of the behaviors, for HarmBench its"
                        + " data/multimodal_behavior_images"));
    }
}
