package io.github.harmcheck.attack.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.harmcheck.attack.AttackFixtures;
import io.github.harmcheck.attack.AttackSettings;
import io.github.harmcheck.attack.Attempt;
import io.github.harmcheck.core.Behavior;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** FlipAttack, the shuffle and CipherChat: instructions of their own around an encoded request. */
class TurnedRoundTests {

    @Test
    void eachModeOfFlipUndoesItself() {
        SplittableRandom random = new SplittableRandom(5);
        for (String mode : List.of("word-order", "characters-in-word", "characters-in-sentence", "fool-model")) {
            UnaryOperator<String> flip = FlipAttack.mode(mode);
            for (int i = 0; i < 1_000; i++) {
                String text = AttackFixtures.unicode(random, random.nextInt(60));
                assertThat(flip.apply(flip.apply(text))).as(mode).isEqualTo(text);
            }
        }
    }

    @Test
    void flipTurnsWhatItsModeSays() {
        Behavior behavior = Behavior.of("fixture", "f", "open the door");
        Map<String, String> prompts = AttackFixtures.prompts(new FlipAttack(), behavior, AttackFixtures.SETTINGS);
        assertThat(prompts.get("word-order")).endsWith("TASK: door the open").contains("words in reverse order");
        assertThat(prompts.get("characters-in-word")).endsWith("TASK: nepo eht rood");
        assertThat(prompts.get("characters-in-sentence")).endsWith("TASK: rood eht nepo");
        assertThat(prompts.get("fool-model")).endsWith("TASK: rood eht nepo").contains("words in reverse order");
    }

    @Test
    void theShuffleKeepsTheWordsAndFollowsTheSeed() {
        String text = "one two three four five six seven eight";
        Behavior behavior = Behavior.of("fixture", "f", text);
        String shuffled = cards(behavior, 1);
        assertThat(shuffled.split(" ")).containsExactlyInAnyOrder(text.split(" "));
        assertThat(shuffled).isNotEqualTo(text).isEqualTo(cards(behavior, 1)).isNotEqualTo(cards(behavior, 2));
    }

    private static String cards(Behavior behavior, long seed) {
        String prompt = AttackFixtures.prompts(new WordShuffleAttack(), behavior, AttackSettings.withSeed(seed))
                .get("word-cards");
        return prompt.substring(prompt.indexOf("Cards: ") + 7);
    }

    @Test
    void cipherChatSpeaksInTheCipherAndReadsIt() {
        String request = AttackFixtures.STANDARD.text();
        String refusal = "I'm sorry, but I can't help with that.";
        new CipherChatAttack()
                .attempts(AttackFixtures.STANDARD, AttackFixtures.SETTINGS)
                .forEach(attempt -> {
                    String prompt = AttackFixtures.prompt(attempt);
                    assertThat(prompt).doesNotContain("{demo").doesNotContain("{request}");
                    boolean self = attempt.variant().equals("self-cipher");
                    assertThat(prompt.endsWith("\n\n" + request)).isEqualTo(self);
                    assertThat(prompt.contains("paper boat")).isEqualTo(self);
                    assertThat(attempt.replyDecoder().apply(encoded(attempt, refusal)))
                            .isEqualToIgnoringCase(refusal);
                });
    }

    private static String encoded(Attempt attempt, String text) {
        return switch (attempt.variant()) {
            case "caesar" -> new CaesarAttack().encode(text);
            case "atbash" -> new AtbashAttack().encode(text);
            case "morse" -> new MorseAttack().encode(text);
            case "decimal" -> new DecimalAttack().encode(text);
            case "unicode-escapes" -> new UnicodeEscapesAttack().encode(text);
            default -> text;
        };
    }

    @Test
    void theShiftOfCaesarIsSet() {
        Map<String, String> prompts = AttackFixtures.prompts(
                new CaesarAttack(), AttackFixtures.STANDARD, AttackFixtures.settings(Map.of("caesar.shift", "13")));
        assertThat(prompts.get("answer-encoded"))
                .contains("moved forward by 13")
                .contains(new Rot13Attack().encode(AttackFixtures.STANDARD.text()));
    }

    @Test
    void theAlphabetOfBijectionIsTheCampaigns() {
        String one = bijection(1);
        assertThat(one).isEqualTo(bijection(1)).isNotEqualTo(bijection(2));
    }

    private static String bijection(long seed) {
        return AttackFixtures.prompts(new BijectionAttack(), AttackFixtures.STANDARD, AttackSettings.withSeed(seed))
                .get("answer-encoded");
    }
}
