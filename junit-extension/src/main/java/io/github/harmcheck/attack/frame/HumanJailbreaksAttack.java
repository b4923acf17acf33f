package io.github.harmcheck.attack.frame;

import io.github.harmcheck.attack.AttackSettings;
import io.github.harmcheck.attack.BundledTemplates;
import io.github.harmcheck.attack.Groups;
import io.github.harmcheck.attack.Options;
import io.github.harmcheck.attack.Rewriting;
import io.github.harmcheck.attack.RewritingAttack;
import io.github.harmcheck.attack.Template;
import io.github.harmcheck.attack.TemplateFile;
import io.github.harmcheck.core.Behavior;
import io.github.harmcheck.internal.Seeds;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Puts the request into jailbreak templates of the kinds people pass around. HumanJailbreaks of HarmBench (arXiv
 * 2402.04249, appendix C.1), after the collection of Shen et al. 2023 (arXiv 2308.03825). Variants are template ids.
 *
 * <p>The built-in templates, in {@code human-jailbreaks.txt}, are our own. Two options:
 * <ul>
 *   <li>{@code human-jailbreaks.templates}: a file of your own templates, used instead of the built-in ones; UTF-8, each
 *       template starts with a line {@code === its-id} and has <code>{request}</code> where the request belongs. HarmBench's own
 *       code appends the request to the template instead; write <code>{request}</code> at the end to do as it does.
 *   <li>{@code human-jailbreaks.sample}: so many templates per behavior, chosen by the seed, from 1; default all. HarmBench
 *       takes 5. Each behavior has its own choice, so that a large run still sees every template.
 * </ul>
 *
 * @since 0.1.0
 */
public final class HumanJailbreaksAttack extends RewritingAttack {
    private static final String TEMPLATES = "human-jailbreaks.templates";
    private static final String SAMPLE = "human-jailbreaks.sample";

    /** For the service loader. */
    public HumanJailbreaksAttack() {
        super(
                "human-jailbreaks",
                "HumanJailbreaks",
                "Puts the request into jailbreak templates of the kinds people pass around",
                "HumanJailbreaks of HarmBench, arXiv 2402.04249; after Shen et al. 2023, arXiv 2308.03825",
                Groups.FRAMES,
                Groups.ALL_STATIC);
    }

    @Override
    public Map<String, String> options() {
        return Map.of(
                TEMPLATES, "a file of your own templates, used instead of the built-in ones",
                SAMPLE, "so many templates per behavior, chosen by the seed; default all");
    }

    /**
     * Returns the templates, built in or of the option, each with a text where the request goes: the seeds of attacks that
     * change templates.
     *
     * @throws AttackConfigurationException where the option names no readable file of templates
     */
    public static List<String> templatesAround(String request, AttackSettings settings) {
        return templates(settings).stream()
                .map(template -> template.fill(Map.of(FrameAttack.REQUEST, request)))
                .toList();
    }

    @Override
    protected List<Rewriting> rewritings(Behavior behavior, AttackSettings settings) {
        List<Template> templates = templates(settings);
        OptionalInt sample = Options.positive(settings, SAMPLE);
        if (sample.isPresent() && sample.getAsInt() < templates.size()) {
            SplittableRandom random = Seeds.random(settings.seed(), id(), behavior.dataset(), behavior.id());
            templates = sample(templates, sample.getAsInt(), random);
        }
        return FrameAttack.rewritings(templates);
    }

    private static List<Template> templates(AttackSettings settings) {
        String file = settings.option(TEMPLATES).orElse(null);
        return file == null
                ? BundledTemplates.of(HumanJailbreaksAttack.class, "human-jailbreaks", FrameAttack.REQUIRED)
                : TemplateFile.ofOption(TEMPLATES, file, FrameAttack.REQUIRED);
    }

    /** Chooses without replacement and keeps the order of the file. */
    private static List<Template> sample(List<Template> templates, int count, SplittableRandom random) {
        int[] indices = IntStream.range(0, templates.size()).toArray();
        for (int i = 0; i < count; i++) {
            int j = random.nextInt(i, indices.length);
            int chosen = indices[j];
            indices[j] = indices[i];
            indices[i] = chosen;
        }
        return Arrays.stream(indices, 0, count)
                .sorted()
                .mapToObj(templates::get)
                .toList();
    }
}
