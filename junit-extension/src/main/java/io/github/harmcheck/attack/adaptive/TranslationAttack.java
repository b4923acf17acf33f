package io.github.harmcheck.attack.adaptive;

import io.github.harmcheck.attack.AttackConfigurationException;
import io.github.harmcheck.attack.AttackKind;
import io.github.harmcheck.attack.AttackNeed;
import io.github.harmcheck.attack.AttackSettings;
import io.github.harmcheck.attack.Attempt;
import io.github.harmcheck.attack.Options;
import io.github.harmcheck.core.Behavior;
import io.github.harmcheck.internal.Texts;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Has a model translate the request into languages that safety training saw little of, and the reply back. Low-resource
 * languages jailbreak, Yong et al. 2023 (arXiv 2310.02446): by default Zulu, Scots Gaelic, Hmong and Guarani, its
 * low-resource group. Variants are language codes. The translator is the attacker model where no other is set.
 *
 * <p>Options beside the numbers: {@code translation.languages}, codes such as {@code zu,de} separated by commas, and {@code
 * translation.back}, {@code false} to judge the reply in its own language.
 *
 * <p>Where it differs: the paper counts a request as broken where any language of a group gets through; here each language
 * is an attempt of its own, and the share of broken behaviors stands beside the rate. A context stays as it is. Where the
 * translator does not translate a reply back, it is judged as it came: a judge that cannot read the language must say
 * UNDECIDED, and no refusal is made up.
 *
 * @since 0.1.0
 */
public final class TranslationAttack extends AdaptiveAttack {
    private static final String LANGUAGES = "translation.languages";
    private static final String BACK = "translation.back";
    private static final String PAPERS = "zu,gd,hmn,gn";
    private static final Setting TEMPERATURE = Setting.temperature(0);
    private static final Setting MAX_TOKENS = Setting.maxTokens(2048);
    private static final Setting RETRIES = Setting.retries(2);

    /** For the service loader. */
    public TranslationAttack() {
        super(
                "translation",
                "Low-resource languages",
                "Has a model translate the request into low-resource or other languages, and the reply back "
                        + "(low-resource languages, Yong et al. 2023, arXiv 2310.02446).",
                "Yong et al. 2023, arXiv 2310.02446",
                AttackKind.NATIVE,
                Set.of(AttackNeed.TRANSLATOR),
                TEMPERATURE,
                MAX_TOKENS,
                RETRIES);
    }

    @Override
    public Map<String, String> options() {
        Map<String, String> options = new LinkedHashMap<>(super.options());
        options.put(LANGUAGES, "language codes separated by commas; default " + PAPERS);
        options.put(BACK, "true = replies are translated back before they are judged, false = not; default true");
        return options;
    }

    @Override
    public List<String> check(Collection<Behavior> behaviors, AttackSettings campaign) {
        languages(campaign);
        back(campaign);
        return super.check(behaviors, campaign);
    }

    @Override
    Stream<Attempt> attempts(Behavior behavior, Tuned tuned) {
        int asks = 1 + tuned.whole(RETRIES);
        Sampling sampling = Sampling.of(tuned.number(TEMPERATURE), tuned.whole(MAX_TOKENS));
        boolean back = back(tuned.settings());
        return languages(tuned.settings()).entrySet().stream()
                .map(language -> new WrittenAttempt(
                        language.getKey(),
                        new Attempt.Calls(1, back ? 2 * asks : asks, 0),
                        dialogue -> Search.turns(
                                behavior,
                                translate(
                                        Attacker.translator(tuned.settings(), id(), dialogue, asks),
                                        sampling,
                                        language.getValue(),
                                        behavior.text())),
                        back ? reply -> translateBack(tuned, sampling, asks, reply) : reply -> reply));
    }

    private String translateBack(Tuned tuned, Sampling sampling, int asks, String reply) {
        if (reply.isBlank()) {
            return reply;
        }
        try {
            Attacker translator = Attacker.translator(tuned.settings(), id(), Uncounted.DIALOGUE, asks);
            return translate(translator, sampling, "English", reply);
        } catch (AttackerException e) {
            return reply;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a reply was translated back", e);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("a reply could not be translated back", e);
        }
    }

    /** A translation may decline in words, as the text does that it translates; so it comes in a form of its own. */
    private static String translate(Attacker translator, Sampling sampling, String language, String text)
            throws Exception {
        Prompt prompt = Prompt.of("translate").put("language", language).quote("text", text);
        return translator.field(Attacker.saying(prompt), sampling, "translation");
    }

    private static boolean back(AttackSettings settings) {
        return Options.choice(settings, BACK, List.of("true", "false")).equals("true");
    }

    /** Returns the languages by code. */
    private static Map<String, String> languages(AttackSettings settings) {
        String value = settings.option(LANGUAGES).orElse(PAPERS);
        Map<String, String> languages = new LinkedHashMap<>();
        for (String part : value.split(",", -1)) {
            String code = part.strip();
            Locale locale = Locale.forLanguageTag(code);
            String name = locale.getDisplayName(Locale.ENGLISH);
            if (locale.getLanguage().isEmpty()
                    || name.equalsIgnoreCase(code)
                    || name.startsWith(locale.getLanguage())) {
                throw new AttackConfigurationException(LANGUAGES + " = " + Texts.quoted(value, 200)
                        + ": no language is known for the code " + Texts.quoted(code, 30)
                        + ". Write codes such as zu or pt-BR with commas between them; default " + PAPERS);
            }
            languages.put(locale.toLanguageTag(), name);
        }
        return languages;
    }
}
