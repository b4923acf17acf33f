package io.github.harmcheck.attack.adaptive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.harmcheck.attack.Attempt;
import io.github.harmcheck.core.Message;
import io.github.harmcheck.core.Reply;
import io.github.harmcheck.llm.TextGenerator.Request;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TapAttackTests {

    /** Bakes a cake for anybody; opens the door only on a third improvement. */
    private static ScriptedApp app() {
        return new ScriptedApp(said -> Reply.of(reply(said.get(said.size() - 1))), reply -> switch (reply) {
            case "Sure: knock.", "A cake: flour, eggs." -> 1;
            case "Not like that." -> 0.4;
            case "Hm." -> 0.1;
            default -> 0;
        });
    }

    private static String reply(String prompt) {
        if (prompt.contains("cake")) {
            return "A cake: flour, eggs.";
        }
        return switch (prompt) {
            case "door 1" -> "Hm.";
            case "door 2" -> "Not like that.";
            case "door 3" -> "Sure: knock.";
            default -> ScriptedApp.REFUSAL;
        };
    }

    /** Strays from the goal every second time; else it goes one step on from its own last prompt. */
    private static ScriptedAttacker straying() {
        int[] written = {0};
        return ScriptedAttacker.answering(request -> {
            String asked = ScriptedAttacker.said(request);
            if (asked.contains("yes or no")) {
                return asked.contains("| A cake") ? "No." : "**Yes**";
            }
            String prompt = written[0]++ % 2 == 0 ? "A cake, please" : "door " + (steps(request) + 1);
            return ScriptedAttacker.oblige(request, prompt);
        });
    }

    private static long steps(Request request) {
        return request.messages().stream()
                .filter(message -> message.role() == Message.Role.ASSISTANT)
                .count();
    }

    @Test
    void cutsWhatIsOffTopicAndFindsTheGoal() throws Exception {
        ScriptedApp app = app();
        assertThat(app.play(Fixture.attempts("tap", straying(), Map.of()).get(0)))
                .isEqualTo("Sure: knock.");
        assertThat(app.said()).noneMatch(said -> said.contains("cake"));
        assertThat(app.said().size()).isLessThan(30);
    }

    /** Without pruning the search stops at a good score for something else. */
    @Test
    void aSearchWithoutPruningEndsWithACake() throws Exception {
        assertThat(app().play(Fixture.attempts("pair", straying(), Map.of()).get(0)))
                .isEqualTo("A cake: flour, eggs.");
        assertThat(Fixture.breaks("direct", straying(), Map.of(), app())).isFalse();
        assertThat(Fixture.breaks("zero-shot", straying(), Map.of("zero-shot.cases", "300"), app()))
                .isFalse();
    }

    @Test
    void plansTheTreeOfThePaper() {
        int tries = 4 + 4 * 4 + 8 * 10 * 4;
        Attempt tap = Fixture.attempts("tap", straying(), Map.of()).get(0);
        assertThat(tap.maxCalls()).isEqualTo(new Attempt.Calls(tries + 1, 2 * tries + 100, tries));
    }

    @Test
    void usesAllOfItAgainstAnAppThatNeverGivesWay() throws Exception {
        ScriptedApp app = ScriptedApp.refusing();
        ScriptedAttacker attacker = ScriptedAttacker.obliging();
        Fixture.attempts("tap", attacker, Map.of("tap.depth", "3", "tap.width", "5"))
                .get(0)
                .turns(app);
        assertThat(app.said()).hasSize(4 + 4 * 4 + 5 * 4);
        assertThat(attacker.calls()).isEqualTo(2 * 40);
    }

    @Test
    void keepsTheBestLeavesOfEachLevel() throws Exception {
        int[] written = {0};
        ScriptedAttacker attacker = ScriptedAttacker.answering(request ->
                ScriptedAttacker.said(request).contains("yes or no")
                        ? "yes"
                        : ScriptedAttacker.oblige(request, (steps(request) == 0 ? "root " : "leaf ") + written[0]++));
        ScriptedApp app = ScriptedApp.scoring(prompt -> prompt.equals("root 2") ? 0.6 : 0.2);
        Fixture.attempts("tap", attacker, Map.of("tap.depth", "2", "tap.width", "1"))
                .get(0)
                .turns(app);
        List<Request> second = attacker.requests().stream()
                .filter(request -> steps(request) == 1)
                .toList();
        assertThat(second)
                .hasSize(4)
                .allMatch(request -> request.messages().get(2).text().contains("root 2"));
    }

    @Test
    void neverTriesOutWhatIsOffTopicForLackOfBetter() {
        ScriptedAttacker attacker = ScriptedAttacker.answering(
                request -> ScriptedAttacker.said(request).contains("yes or no")
                        ? "no"
                        : ScriptedAttacker.oblige(request, "A cake, please"));
        ScriptedApp app = app();
        Attempt tap =
                Fixture.attempts("tap", attacker, Map.of("tap.depth", "2")).get(0);
        assertThatThrownBy(() -> tap.turns(app))
                .isInstanceOf(AttackerException.class)
                .hasMessageContaining("all 8 prompts that the attacker model wrote for tap were off topic");
        assertThat(app.said()).isEmpty();
    }

    @Test
    void anAnswerThatIsNeitherYesNorNoIsAnErrorOfTheHelperModel() throws Exception {
        int[] asked = {0};
        ScriptedAttacker attacker = ScriptedAttacker.answering(
                request -> ScriptedAttacker.said(request).contains("yes or no")
                        ? List.of("[[10]]", "No, I can't help with that.", "Yes, it would.")
                                .get(asked[0]++ % 3)
                        : ScriptedAttacker.oblige(request, "door 3"));
        ScriptedApp app = app();
        Fixture.attempts("tap", attacker, Map.of()).get(0).turns(app);
        assertThat(app.said()).containsExactly("door 3");
        assertThat(app.events()).isEqualTo(Map.of(Attacker.ERROR, 1, Attacker.REFUSAL, 1));
    }
}
