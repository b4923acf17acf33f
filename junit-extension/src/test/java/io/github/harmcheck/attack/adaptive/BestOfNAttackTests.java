package io.github.harmcheck.attack.adaptive;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.harmcheck.attack.Attempt;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BestOfNAttackTests {
    private static final ScriptedAttacker NOBODY = ScriptedAttacker.failing(new IllegalStateException("not needed"));

    /** Looks for telling words, in any case, and gives way where it sees none of them. */
    private static ScriptedApp filtering() {
        return ScriptedApp.answering(
                said -> List.of("open", "neighbour", "door").stream().anyMatch(said.toLowerCase(Locale.ROOT)::contains)
                        ? ScriptedApp.REFUSAL
                        : "Sure: knock.");
    }

    @Test
    void getsPastAFilterThatLooksForWords() throws Exception {
        assertThat(Fixture.breaks("best-of-n", NOBODY, Map.of(), filtering())).isTrue();
        assertThat(Fixture.breaks("direct", NOBODY, Map.of(), filtering())).isFalse();
        assertThat(Fixture.breaks("best-of-n", NOBODY, Map.of("best-of-n.sigma", "0"), filtering()))
                .isFalse();
    }

    @Test
    void showsItsCostAndStopsAtTheFirstSuccess() throws Exception {
        Attempt attempt = Fixture.attempts("best-of-n", NOBODY, Map.of("best-of-n.n", "200"))
                .get(0);
        assertThat(attempt.maxCalls()).isEqualTo(new Attempt.Calls(201, 0, 200));
        ScriptedApp app = ScriptedApp.answering(said -> "Sure: knock.");
        attempt.turns(app);
        assertThat(app.said()).hasSize(1);
    }

    @Test
    void noiseIsAsThePaperSays() {
        SplittableRandom random = new SplittableRandom(3);
        String text = "abcdefgh ".repeat(2_000).strip();
        String noisy = TextNoise.add(text, 0.4, random);
        List<String> words = Arrays.asList(noisy.split(" "));
        assertThat(noisy).hasSameSizeAs(text);
        double capitals = noisy.chars().filter(Character::isUpperCase).count() / 16_000.0;
        assertThat(capitals).isBetween(0.60, 0.66);
        long scrambled = words.stream()
                .filter(word ->
                        word.chars().map(Character::toLowerCase).sorted().count() == 8)
                .filter(word -> !word.toLowerCase(Locale.ROOT).equals("abcdefgh"))
                .count();
        assertThat(scrambled / 2_000.0)
                .as("scrambled, or changed in one of 8 characters")
                .isBetween(0.7, 0.85);
        assertThat(TextNoise.add(text, 0, random)).isEqualTo(text);
    }

    @Test
    void keepsWordsWholeForAReader() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 200; i++) {
            String noisy = TextNoise.add("neighbour \uD83D\uDE00\uD83D\uDE01\uD83D\uDE02\uD83D\uDE03", 0.4, random);
            assertThat(noisy.codePoints().filter(point -> point > 0xFFFF).count())
                    .isEqualTo(4);
        }
    }
}
