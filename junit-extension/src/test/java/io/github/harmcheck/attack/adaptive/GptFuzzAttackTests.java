package io.github.harmcheck.attack.adaptive;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.harmcheck.attack.Attempt;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GptFuzzAttackTests {
    private static final Pattern MARKS = Pattern.compile("<(\\w+)>");
    private static final Pattern WAY = Pattern.compile(
            "(in its style)|(combines what)|(three new sentences)|(long sentences shorter)|(in other words)");

    /** Gives way only to what was first shortened and then expanded; half of it shows. */
    private static ScriptedApp app() {
        return ScriptedApp.scoring(prompt -> prompt.contains("<4><3>") ? 1 : prompt.contains("<4>") ? 0.5 : 0);
    }

    /** Leaves a mark of what it did behind the marks that are there. */
    private static ScriptedAttacker marking() {
        return ScriptedAttacker.answering(request -> {
            String asked = ScriptedAttacker.said(request);
            Matcher way = WAY.matcher(asked);
            assertThat(way.find()).isTrue();
            int which = 1;
            while (way.group(which) == null) {
                which++;
            }
            StringBuilder marks = new StringBuilder();
            Matcher there = MARKS.matcher(asked);
            while (there.find()) {
                marks.append(there.group());
            }
            return ScriptedAttacker.oblige(request, "[REQUEST] " + marks + "<" + which + ">");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"round-robin", "mcts-explore"})
    void findsWhatTwoChangesInOrderLeadTo(String selection) throws Exception {
        ScriptedApp app = app();
        Attempt attempt = Fixture.attempts("gptfuzz", marking(), Map.of("gptfuzz.selection", selection))
                .get(0);
        assertThat(app.play(attempt)).endsWith(": 1.0");
        assertThat(app.said().size()).isLessThanOrEqualTo(101);
        assertThat(app.said()).allMatch(said -> said.startsWith(Fixture.DOOR.text()));
    }

    @Test
    void theTemplatesThemselvesDoNot() throws Exception {
        for (Attempt attempt : Fixture.attempts("human-jailbreaks", marking(), Map.of())) {
            assertThat(app().play(attempt)).endsWith(": 0.0");
        }
    }

    @Test
    void aChangeThatLostThePlaceOfTheRequestIsAnError() throws Exception {
        ScriptedAttacker attacker =
                ScriptedAttacker.of("{\"template\": \"no place\"}", "{\"template\": \"Do this: [REQUEST]\"}");
        ScriptedApp app = ScriptedApp.answering(said -> "Sure: knock.");
        Fixture.attempts("gptfuzz", attacker, Map.of()).get(0).turns(app);
        assertThat(app.said()).containsExactly("Do this: " + Fixture.DOOR.text());
        assertThat(app.events()).isEqualTo(Map.of(Attacker.ERROR, 1));
    }

    @Test
    void plansTheIterationsOfTheConfiguration() {
        assertThat(Fixture.attempts("gptfuzz", marking(), Map.of()).get(0).maxCalls())
                .isEqualTo(new Attempt.Calls(100 + 1, 100 + 30, 100));
        Map<String, String> energetic = Map.of("gptfuzz.energy", "20");
        assertThat(Fixture.attempts("gptfuzz", marking(), energetic)
                        .get(0)
                        .maxCalls()
                        .target())
                .as("at most maxQueries")
                .isEqualTo(1001);
    }
}
