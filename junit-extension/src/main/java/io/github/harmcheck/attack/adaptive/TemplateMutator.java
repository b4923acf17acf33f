package io.github.harmcheck.attack.adaptive;

import io.github.harmcheck.internal.JsonTexts;
import java.util.Locale;
import java.util.Optional;

/** The five ways of GPTFuzzer (arXiv 2309.10253, section 3.3) to have a model change a template. */
enum TemplateMutator {
    GENERATE,
    CROSSOVER,
    EXPAND,
    SHORTEN,
    REPHRASE;

    /** Where the request goes in a template. */
    static final String REQUEST = "[REQUEST]";

    private static final String SCHEMA =
            "{\"type\": \"object\", \"properties\": {\"template\": {\"type\": \"string\"}}, "
                    + "\"required\": [\"template\"], \"additionalProperties\": false}";

    /**
     * Has a template changed. An answer without a place for the request is an error of the attacker, and asked for again.
     *
     * @param other the second parent of a crossover
     */
    String mutate(String template, String other, Attacker attacker, Sampling sampling) throws Exception {
        Prompt prompt = Prompt.of("fuzz-" + name().toLowerCase(Locale.ROOT)).quote("template", template);
        if (this == CROSSOVER) {
            prompt.quote("other", other);
        }
        return ask(prompt, attacker, sampling);
    }

    /** Has a template changed as another prompt says. */
    static String rewritten(String prompt, String template, Attacker attacker, Sampling sampling) throws Exception {
        return ask(Prompt.of(prompt).quote("template", template), attacker, sampling);
    }

    private static String ask(Prompt prompt, Attacker attacker, Sampling sampling) throws Exception {
        return attacker.ask(Attacker.saying(prompt), sampling, SCHEMA, TemplateMutator::template);
    }

    /** Returns the prompt of a template. */
    static String fill(String template, String request) {
        return template.replace(REQUEST, request);
    }

    private static Optional<String> template(String answer) {
        return JsonTexts.object(answer, "template")
                .map(fields -> fields.get("template"))
                .filter(template -> template.contains(REQUEST));
    }
}
