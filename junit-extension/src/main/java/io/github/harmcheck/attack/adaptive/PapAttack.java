package io.github.harmcheck.attack.adaptive;

import io.github.harmcheck.attack.AttackConfigurationException;
import io.github.harmcheck.attack.AttackKind;
import io.github.harmcheck.attack.AttackNeed;
import io.github.harmcheck.attack.AttackSettings;
import io.github.harmcheck.attack.Attempt;
import io.github.harmcheck.core.Behavior;
import io.github.harmcheck.core.Message;
import io.github.harmcheck.internal.Texts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Has a model rewrite the request with techniques of persuasion. Persuasive adversarial prompts, Zeng et al. 2024 (arXiv
 * 2401.06373, section 4; the 40 techniques of its table 1), in the in-context form and with the five techniques that
 * HarmBench uses (PAP-top5, arXiv 2402.04249, appendix C.1). Variants are the ids of the techniques, for example
 * {@code logical-appeal}; they are in {@code persuasion-techniques.txt}.
 *
 * <p>Option {@code pap.techniques}: {@code top-5}, {@code all}, or ids separated by commas. Where it differs: the
 * techniques are described in our own words, without the paper's example for each.
 *
 * @since 0.1.0
 */
public final class PapAttack extends AdaptiveAttack {
    private static final String TECHNIQUES = "pap.techniques";
    private static final int TOP = 5;
    private static final Setting TEMPERATURE = Setting.temperature(1.0);
    private static final Setting MAX_TOKENS = Setting.maxTokens(2048);
    private static final Setting RETRIES = Setting.retries(3);

    /** For the service loader. */
    public PapAttack() {
        super(
                "pap",
                "PAP",
                "Has a model rewrite the request with techniques of persuasion, HarmBench's top five or any of 40 "
                        + "(PAP, Zeng et al. 2024, arXiv 2401.06373).",
                "Zeng et al. 2024, arXiv 2401.06373, section 4; PAP-top5 of HarmBench, arXiv 2402.04249",
                AttackKind.NATIVE,
                Set.of(AttackNeed.ATTACKER),
                TEMPERATURE,
                MAX_TOKENS,
                RETRIES);
    }

    @Override
    public Map<String, String> options() {
        Map<String, String> options = new LinkedHashMap<>(super.options());
        options.put(TECHNIQUES, "top-5, all, or ids of techniques separated by commas; default top-5");
        return options;
    }

    @Override
    public List<String> check(Collection<Behavior> behaviors, AttackSettings campaign) {
        techniques(campaign);
        return super.check(behaviors, campaign);
    }

    @Override
    Stream<Attempt> attempts(Behavior behavior, Tuned tuned) {
        int asks = 1 + tuned.whole(RETRIES);
        Sampling sampling = Sampling.of(tuned.number(TEMPERATURE), tuned.whole(MAX_TOKENS));
        return techniques(tuned.settings()).stream()
                .map(technique ->
                        new AdaptiveAttempt(technique.id(), false, new Attempt.Calls(1, asks, 0), dialogue -> {
                            Attacker attacker = Attacker.of(tuned.settings(), id(), dialogue, asks);
                            return persuade(behavior, technique, attacker, sampling);
                        }));
    }

    private static List<Message> persuade(
            Behavior behavior, PersuasionTechnique technique, Attacker attacker, Sampling sampling) throws Exception {
        Prompt prompt = Prompt.of("pap")
                .put("name", technique.name())
                .put("description", technique.description())
                .quote("request", behavior.text());
        String message = attacker.field(Attacker.saying(prompt), sampling, "message");
        return Search.turns(behavior, message);
    }

    private static List<PersuasionTechnique> techniques(AttackSettings settings) {
        List<PersuasionTechnique> all = PersuasionTechnique.all();
        String value = settings.option(TECHNIQUES).orElse("top-5").strip();
        if (value.equals("all") || value.equals("top-5")) {
            return value.equals("all") ? all : all.subList(0, TOP);
        }
        List<PersuasionTechnique> chosen = new ArrayList<>();
        for (String id : value.split(",", -1)) {
            PersuasionTechnique technique = all.stream()
                    .filter(known -> known.id().equals(id.strip()))
                    .findFirst()
                    .orElseThrow(() -> new AttackConfigurationException(TECHNIQUES + " = " + Texts.quoted(value, 200)
                            + ": there is no technique " + Texts.quoted(id.strip(), 60)
                            + ". It is top-5, all, or some of "
                            + String.join(
                                    ", ",
                                    all.stream().map(PersuasionTechnique::id).toList())));
            if (!chosen.contains(technique)) {
                chosen.add(technique);
            }
        }
        return chosen;
    }
}
