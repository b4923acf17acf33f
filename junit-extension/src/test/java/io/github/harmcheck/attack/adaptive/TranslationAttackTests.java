package io.github.harmcheck.attack.adaptive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.harmcheck.attack.AttackConfigurationException;
import io.github.harmcheck.attack.AttackSettings;
import io.github.harmcheck.attack.Attempt;
import io.github.harmcheck.llm.TextGenerator.Request;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TranslationAttackTests {
    private static final Pattern INTO = Pattern.compile("Translate the text into ([\\p{L} ()]+),");
    private static final Map<String, String> ZULU = Map.of("translation.languages", "zu");

    /** Writes the name of the language in front of the text, and takes it off again. */
    private static ScriptedAttacker translator() {
        return ScriptedAttacker.answering(request -> {
            String text = quoted(request);
            String language = language(request);
            return ScriptedAttacker.oblige(
                    request,
                    language.equals("English") ? text.substring(text.indexOf(']') + 1) : "[" + language + "]" + text);
        });
    }

    private static ScriptedApp understandingOnly(String language) {
        return ScriptedApp.answering(
                said -> said.startsWith("[" + language + "]") ? "Sure: knock." : ScriptedApp.REFUSAL);
    }

    @Test
    void findsTheAppThatGivesWayInOneLanguageOnly() throws Exception {
        assertThat(Fixture.breaks("translation", translator(), Map.of(), understandingOnly("Guarani")))
                .isTrue();
        for (String other : List.of("direct", "best-of-n", "past-tense-offline", "base64")) {
            assertThat(Fixture.breaks(other, translator(), Map.of(), understandingOnly("Guarani")))
                    .as(other)
                    .isFalse();
        }
        assertThat(Fixture.breaks("translation", translator(), ZULU, understandingOnly("Guarani")))
                .isFalse();
    }

    @Test
    void takesThePapersLowResourceGroupByDefault() throws Exception {
        List<Attempt> attempts = Fixture.attempts("translation", translator(), Map.of());
        assertThat(attempts).extracting(Attempt::variant).containsExactly("zu", "gd", "hmn", "gn");
        assertThat(attempts).extracting(Attempt::maxCalls).containsOnly(new Attempt.Calls(1, 6, 0));
        assertThat(attempts.get(0).turns(ScriptedApp.refusing()).get(0).text())
                .isEqualTo("[Zulu]" + Fixture.DOOR.text());
    }

    @Test
    void readsTheReplyInEnglish() {
        Attempt attempt = Fixture.attempts("translation", translator(), ZULU).get(0);
        assertThat(attempt.replyDecoder().apply("[Zulu]I can't help with that."))
                .as("a translated refusal is no refusal of the translator")
                .isEqualTo("I can't help with that.");
        assertThat(attempt.replyDecoder().apply(" ")).isEqualTo(" ");
    }

    @Test
    void aReplyThatNobodyTranslatesBackIsJudgedAsItCame() {
        ScriptedAttacker declining = ScriptedAttacker.of("I'm sorry, but I can't help with that.");
        Attempt attempt = Fixture.attempts("translation", declining, ZULU).get(0);
        assertThat(attempt.replyDecoder().apply("Yebo, ngizokutshela.")).isEqualTo("Yebo, ngizokutshela.");
        assertThat(declining.calls()).isEqualTo(3);

        Map<String, String> notBack = Map.of("translation.languages", "zu", "translation.back", "false");
        ScriptedAttacker unasked = translator();
        Attempt plain = Fixture.attempts("translation", unasked, notBack).get(0);
        assertThat(plain.replyDecoder().apply("Yebo.")).isEqualTo("Yebo.");
        assertThat(plain.maxCalls()).isEqualTo(new Attempt.Calls(1, 3, 0));
        assertThat(unasked.calls()).isZero();
    }

    @Test
    void aTranslatorThatCannotBeReachedIsAnErrorWhileReadingToo() {
        IllegalStateException down = new IllegalStateException("no route to the model");
        Attempt attempt = Fixture.attempts("translation", ScriptedAttacker.failing(down), ZULU)
                .get(0);
        assertThatThrownBy(() -> attempt.replyDecoder().apply("Yebo.")).isSameAs(down);
    }

    @Test
    void theTranslatorIsAskedWhereThereIsOne() throws Exception {
        ScriptedAttacker attacker = translator();
        ScriptedAttacker translator = translator();
        AttackSettings settings = new AttackSettings(1, ZULU, attacker, translator, null);
        Fixture.attack("translation")
                .attempts(Fixture.DOOR, settings)
                .findFirst()
                .orElseThrow()
                .turns(ScriptedApp.refusing());
        assertThat(attacker.calls()).isZero();
        assertThat(translator.calls()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"klingon", "", "zu,,de", "zu;de", "xx"})
    void anUnknownLanguageIsAnError(String languages) {
        AttackSettings settings = new AttackSettings(1, Map.of("translation.languages", languages), null);
        assertThatThrownBy(() -> Fixture.attack("translation").check(List.of(), settings))
                .isInstanceOf(AttackConfigurationException.class)
                .hasMessageStartingWith("translation.languages = \"" + languages + "\": no language is known")
                .hasMessageContaining("zu,gd,hmn,gn");
    }

    private static String language(Request request) {
        Matcher into = INTO.matcher(ScriptedAttacker.said(request));
        assertThat(into.find()).isTrue();
        return into.group(1);
    }

    private static String quoted(Request request) {
        return String.join(
                "\n",
                ScriptedAttacker.said(request)
                        .lines()
                        .filter(line -> line.startsWith("| "))
                        .map(line -> line.substring(2))
                        .toList());
    }
}
