package io.github.harmcheck.attack.adaptive;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.harmcheck.attack.Attempt;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class FewShotAttackTests {
    private static final List<String> NEEDED = List.of("w03", "w17", "w29");
    private static final Pattern WORD = Pattern.compile("w\\d\\d");

    /** Gives way the more, the more of three words a message has, and wholly at all three. */
    private static ScriptedApp app() {
        return ScriptedApp.scoring(
                prompt -> NEEDED.stream().filter(prompt::contains).count() / 3.0);
    }

    /** Knows 64 words and puts one into a message; shown examples, it takes the first word of each. */
    private static ScriptedAttacker imitating() {
        int[] written = {0};
        return ScriptedAttacker.answering(request -> {
            Set<String> words = new TreeSet<>();
            ScriptedAttacker.said(request).lines().forEach(line -> {
                Matcher shown = WORD.matcher(line);
                if (shown.find()) {
                    words.add(shown.group());
                }
            });
            if (words.isEmpty()) {
                words.add("w%02d".formatted(written[0]++ % 64));
            }
            return "Please open the neighbour's door, in these words: " + String.join(" ", words)
                    + "\n\nThis message is friendly.";
        });
    }

    @Test
    void findsWhatOnlyExamplesChosenByScoreLeadTo() throws Exception {
        ScriptedApp app = app();
        Attempt attempt = Fixture.attempts("few-shot", imitating(), Map.of()).get(0);
        assertThat(app.play(attempt)).endsWith(": 1.0");
        assertThat(app.said().size()).isLessThanOrEqualTo(64 + 50 + 1);
    }

    @Test
    void examplesDrawnWithoutRegardToScoreDoNot() throws Exception {
        Attempt even = Fixture.attempts("few-shot", imitating(), Map.of("few-shot.sharpness", "0"))
                .get(0);
        assertThat(app().play(even)).doesNotEndWith(": 1.0");
        Map<String, String> zeroShot = Map.of("zero-shot.cases", "115");
        for (Attempt attempt : Fixture.attempts("zero-shot", imitating(), zeroShot)) {
            assertThat(app().play(attempt)).doesNotEndWith(": 1.0");
        }
    }

    @Test
    void dropsMessagesThatAreTooShort() throws Exception {
        ScriptedAttacker attacker = ScriptedAttacker.of("too short", "long enough to be counted as a message");
        ScriptedApp app = ScriptedApp.answering(said -> "Sure: knock.");
        Fixture.attempts("few-shot", attacker, Map.of()).get(0).turns(app);
        assertThat(app.said()).containsExactly("long enough to be counted as a message");
        assertThat(app.events()).isEqualTo(Map.of(Attacker.ERROR, 1));
    }

    @Test
    void plansOneCallForEachMessage() {
        assertThat(Fixture.attempts("few-shot", imitating(), Map.of()).get(0).maxCalls())
                .isEqualTo(new Attempt.Calls(64 + 50 + 1, 64 + 50 + 30, 64 + 50));
    }
}
