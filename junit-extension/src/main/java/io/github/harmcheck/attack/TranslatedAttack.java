package io.github.harmcheck.attack;

import io.github.harmcheck.core.Behavior;
import io.github.harmcheck.core.Probe;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Asks in another language. Multilingual jailbreaks of Deng et al. 2023 (arXiv 2310.06474) without a translator: HarmCheck
 * brings its own translations of requests of the built-in dataset {@code core}, in the resources {@code translated-de.txt},
 * {@code -es}, {@code -fr} and {@code -it}, by behavior id. It applies to the behaviors that have one and to no others, and
 * the plan says how many these are. Variants are the language codes. For any behavior and language, low-resource ones
 * above all, see {@code translation}.
 *
 * <p>The paper found high-resource languages such as these weaker than low-resource ones. A context stays in English. A
 * reply in the language asked is judged as it is; a judge that reads only English must say UNDECIDED.
 *
 * @since 0.1.0
 */
public final class TranslatedAttack implements Attack {
    private static final String DATASET = "core";
    private static final List<String> LANGUAGES = List.of("de", "es", "fr", "it");

    /** For the service loader. */
    public TranslatedAttack() {}

    @Override
    public String id() {
        return "translated";
    }

    @Override
    public String name() {
        return "Multilingual (own translations)";
    }

    @Override
    public String source() {
        return "after multilingual jailbreaks, Deng et al. 2023, arXiv 2310.06474";
    }

    @Override
    public String description() {
        return "Asks in German, Spanish, French and Italian, for requests of core (" + source() + ").";
    }

    @Override
    public AttackKind kind() {
        return AttackKind.BLACK_BOX_VARIANT;
    }

    @Override
    public Set<String> groups() {
        return Set.of(Groups.ALL_STATIC);
    }

    @Override
    public boolean appliesTo(Behavior behavior) {
        return behavior.dataset().equals(DATASET)
                && HarmRequests.include(behavior)
                && LANGUAGES.stream().anyMatch(language -> texts(language).containsKey(behavior.id()));
    }

    @Override
    public Stream<Attempt> attempts(Behavior behavior, AttackSettings settings) {
        List<Attempt> attempts = new ArrayList<>();
        for (String language : LANGUAGES) {
            Template text = texts(language).get(behavior.id());
            if (text != null) {
                attempts.add(new PromptAttempt(
                        language, Probe.HARM, () -> BehaviorPrompt.withContext(behavior, text.fill(Map.of()))));
            }
        }
        return attempts.stream();
    }

    /** Returns the translations into a language by behavior id. */
    static Map<String, Template> texts(String language) {
        return Translations.BY_LANGUAGE.getOrDefault(language, Map.of());
    }

    /** Read when first needed. */
    private static final class Translations {
        private static final Map<String, Map<String, Template>> BY_LANGUAGE = LANGUAGES.stream()
                .collect(Collectors.toMap(
                        language -> language,
                        language ->
                                BundledTemplates.of(TranslatedAttack.class, "translated-" + language, Set.of()).stream()
                                        .collect(Collectors.toMap(
                                                Template::id, text -> text, (a, b) -> a, LinkedHashMap::new))));
    }
}
