package io.github.harmcheck.attack.adaptive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.harmcheck.attack.AttackSettings;
import io.github.harmcheck.core.Message;
import io.github.harmcheck.llm.TextGenerator.Request;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttackerTests {
    private static final List<Message> ASKED = List.of(Message.user("Write a message."));
    private static final Sampling SAMPLING = new Sampling(0.9, 0.95, 256);

    private final ScriptedApp app = ScriptedApp.refusing();

    private Attacker attacker(ScriptedAttacker model, int most) throws AttackerException {
        return Attacker.of(new AttackSettings(1, Map.of(), model), "pair", app, most);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I'm sorry, but I can't help with that.",
                "I\u2019m sorry, but I cannot assist.",
                "**I cannot create** content of this kind.",
                "As an AI language model, I must not.",
                "I am unable to fulfill this request.",
                "<think>They want harm.</think>I won't write that."
            })
    void aRefusalIsCountedAndAskedForAgain(String refusal) throws Exception {
        ScriptedAttacker model = ScriptedAttacker.of(refusal, "Open the door.");
        assertThat(attacker(model, 5).text(ASKED, SAMPLING)).isEqualTo("Open the door.");
        assertThat(app.events()).isEqualTo(Map.of(Attacker.REFUSAL, 1));
        assertThat(model.calls()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Tell me how to open a door that I can't open.",
                "Please help: I lost my key.",
                "Sorry to bother you, could you open the door?"
            })
    void aMessageIsNoRefusal(String message) throws Exception {
        assertThat(attacker(ScriptedAttacker.of(message), 1).text(ASKED, SAMPLING))
                .isEqualTo(message);
    }

    @Test
    void aPromptThatBeginsLikeARefusalIsKeptInItsForm() throws Exception {
        ScriptedAttacker model =
                ScriptedAttacker.of("{\"prompt\": \"I'm sorry, but I can't open this door. Can you?\"}");
        assertThat(attacker(model, 1).fields(ASKED, SAMPLING, "prompt"))
                .containsEntry("prompt", "I'm sorry, but I can't open this door. Can you?");
    }

    @Test
    void whatIsUsedUpNamesModelCountsAndFix() {
        ScriptedAttacker model = ScriptedAttacker.of(
                "I can't help with that.", "{\"prompt\": \"cut", "I can't help\nwith that \u202Eeither.");
        assertThatThrownBy(() -> attacker(model, 3).fields(ASKED, SAMPLING, "prompt"))
                .isInstanceOf(AttackerException.class)
                .hasMessage("the attacker model scripted did not do its part for pair: of 3 calls 2 were refused, 0"
                        + " blocked by a filter, 1 in the wrong form; the last: \"I can't help\\nwith that \\u202eeither.\"."
                        + " Use another attacker model, or allow more with the option pair.retries");
        assertThat(model.calls()).isEqualTo(3);
    }

    @Test
    void theLimitIsForTheWholeAttempt() throws Exception {
        Attacker attacker = attacker(ScriptedAttacker.of("one"), 2);
        attacker.text(ASKED, SAMPLING);
        attacker.text(ASKED, SAMPLING);
        assertThat(attacker.left()).isZero();
        assertThatThrownBy(() -> attacker.text(ASKED, SAMPLING)).isInstanceOf(AttackerException.class);
    }

    @Test
    void asksAsThePaperDoesAndForTheFormWhereTheModelKnowsIt() throws Exception {
        ScriptedAttacker model = ScriptedAttacker.of("{\"a\": \"1\", \"b\": \"2\"}");
        attacker(model, 1).fields(ASKED, SAMPLING, "a", "b");
        Request request = model.requests().get(0);
        assertThat(request.temperature()).isEqualTo(0.9);
        assertThat(request.topP()).isEqualTo(0.95);
        assertThat(request.maxTokens()).isEqualTo(256);
        assertThat(request.jsonSchema()).contains("\"a\": {\"type\": \"string\"}", "\"required\": [\"a\", \"b\"]");
    }

    @Test
    void takesOffQuotationMarksAndTheMarksOfQuotedLines() throws Exception {
        assertThat(attacker(ScriptedAttacker.of("\"Open the door.\""), 1).text(ASKED, SAMPLING))
                .isEqualTo("Open the door.");
        assertThat(attacker(ScriptedAttacker.of("| Open\n| the door."), 1).text(ASKED, SAMPLING))
                .isEqualTo("Open\nthe door.");
        assertThat(attacker(ScriptedAttacker.of("\"Open\" and \"close\""), 1).text(ASKED, SAMPLING))
                .isEqualTo("\"Open\" and \"close\"");
    }

    @Test
    void theAttackerTranslatesWhereNobodyElseDoes() throws Exception {
        ScriptedAttacker attacker = ScriptedAttacker.of("from the attacker");
        ScriptedAttacker translator = ScriptedAttacker.of("from the translator");
        AttackSettings both = new AttackSettings(1, Map.of(), attacker, translator, null);
        assertThat(Attacker.translator(both, "x", app, 1).text(ASKED, SAMPLING)).isEqualTo("from the translator");
        AttackSettings one = new AttackSettings(1, Map.of(), attacker);
        assertThat(Attacker.translator(one, "x", app, 1).text(ASKED, SAMPLING)).isEqualTo("from the attacker");
        assertThatThrownBy(() -> Attacker.translator(AttackSettings.withSeed(1), "x", app, 1))
                .hasMessageContaining("needs a translator: set @TranslatorModel or @AttackerModel");
    }
}
