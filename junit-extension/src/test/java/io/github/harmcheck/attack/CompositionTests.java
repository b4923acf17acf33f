package io.github.harmcheck.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The contract, for compositions, and what is true of them alone. */
class CompositionTests extends AttackContract {

    @Override
    Stream<Attack> attacks() {
        return Attacks.named(List.of(
                        "role-play+base64",
                        "base64+role-play",
                        "hex+base64",
                        "prefix-injection+refusal-suppression+rot13"))
                .stream();
    }

    @Override
    AttackSettings settings(Attack attack) {
        return AttackFixtures.settings(Map.of("encodings.answer", "both"));
    }

    @Test
    void theLeftOneStandsAroundTheRightOne() {
        String prompt = prompts("role-play+base64").get("retired-expert+answer-encoded");
        assertThat(prompt)
                .startsWith("Let us play a scene.")
                .contains("The text between the lines is a question, written as Base64.")
                .contains(base64(AttackFixtures.STANDARD.text()))
                .doesNotContain(AttackFixtures.STANDARD.text());

        String encoded = prompts("base64+role-play").get("answer-encoded+retired-expert");
        assertThat(encoded)
                .startsWith("The text between the lines is a question")
                .doesNotContain("Let us play a scene");
        String inside = encoded.substring(encoded.indexOf("-----\n") + 6, encoded.lastIndexOf("\n-----"));
        assertThat(new String(Base64.getDecoder().decode(inside), StandardCharsets.UTF_8))
                .startsWith("Let us play a scene.")
                .contains(AttackFixtures.STANDARD.text());
    }

    @Test
    void theReplyIsReadFromTheOutsideIn() {
        Attempt attempt = AttackFixtures.attack("hex+base64")
                .attempts(AttackFixtures.STANDARD, AttackFixtures.SETTINGS)
                .findFirst()
                .orElseThrow();
        String reply = "I'm sorry, but I can't help with that.";
        String both = HexFormat.of().formatHex(base64(reply).getBytes(StandardCharsets.UTF_8));
        assertThat(attempt.replyDecoder().apply(both)).isEqualTo(reply);
        assertThat(attempt.replyDecoder().apply(base64(reply))).isEqualTo(reply);
        assertThat(attempt.replyDecoder().apply(reply)).isEqualTo(reply);
    }

    @Test
    void everyVariantGoesWithEveryOther() {
        int roles = prompts("role-play").size();
        int prefixes = prompts("prefix-injection").size();
        assertThat(prompts("role-play+prefix-injection")).hasSize(roles * prefixes);
        assertThat(prompts("base64+base64")).containsOnlyKeys("answer-encoded+answer-encoded");
    }

    @Test
    void theContextStandsPlainInFrontOnce() {
        for (String composition : List.of("role-play+base64", "base64+role-play", "base64+base64")) {
            assertThat(AttackFixtures.prompts(
                            AttackFixtures.attack(composition), AttackFixtures.CONTEXTUAL, AttackFixtures.SETTINGS))
                    .allSatisfy((variant, prompt) -> assertThat(prompt)
                            .startsWith(AttackFixtures.CONTEXT + "\n\n---\n\n")
                            .containsOnlyOnce("\n\n---\n\n"));
        }
    }

    @Test
    void itHasTheOptionsOfItsParts() {
        Attack attack = AttackFixtures.attack("human-jailbreaks+caesar");
        assertThat(attack.options())
                .containsKeys("human-jailbreaks.sample", "caesar.shift", "encodings.answer", "composition.depth");
        assertThat(attack.attempts(
                        AttackFixtures.STANDARD,
                        AttackFixtures.settings(Map.of("human-jailbreaks.sample", "2", "encodings.answer", "both"))))
                .hasSize(4);
    }

    @Test
    void noGroupHasOne() {
        for (String group : Attacks.groups()) {
            assertThat(Attacks.named(List.of(group)))
                    .noneMatch(attack -> attack.id().contains("+"));
        }
    }

    @Test
    void aWrongPartIsAnErrorThatSaysWhatToWrite() {
        assertWrong(
                "role-play+bas64",
                "no attack is called \"bas64\" in the composition \"role-play+bas64\". " + "Did you mean base64");
        assertWrong("role-play+", "no attack is called \"\" in the composition");
        assertWrong(
                "encodings+role-play",
                "\"encodings\" is a group in the composition \"encodings+role-play\". "
                        + "A group is never multiplied: name the attacks");
        assertWrong("replay+base64", "\"replay\" cannot be put around or into another attack");
        assertWrong("base64+".repeat(40) + "hex", "is not 1 to 120 letters");
        assertWrong("role play+base64", "is not 1 to 120 letters");
    }

    @Test
    void moreThanThreeAreAnErrorUnlessAskedFor() {
        Attack four = AttackFixtures.attack("hex+base64+rot13+direct");
        AttackSettings settings = AttackFixtures.SETTINGS;
        assertThatThrownBy(() -> Attacks.check(List.of(four), List.of(AttackFixtures.STANDARD), settings))
                .isInstanceOf(AttackConfigurationException.class)
                .hasMessage("the composition hex+base64+rot13+direct puts 4 attacks around each other, and"
                        + " composition.depth is 3. Compose fewer, or raise it");
        assertThatThrownBy(() -> four.attempts(AttackFixtures.STANDARD, settings))
                .isInstanceOf(AttackConfigurationException.class);
        AttackSettings deeper = AttackFixtures.settings(Map.of("composition.depth", "4"));
        assertThat(Attacks.check(List.of(four), List.of(AttackFixtures.STANDARD), deeper))
                .isEmpty();
        assertThat(four.attempts(AttackFixtures.STANDARD, deeper)).hasSize(1);
    }

    private static void assertWrong(String name, String message) {
        assertThatThrownBy(() -> Attacks.named(List.of(name)))
                .isInstanceOf(AttackConfigurationException.class)
                .hasMessageContaining(message);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, String> prompts(String attack) {
        return AttackFixtures.prompts(AttackFixtures.attack(attack), AttackFixtures.STANDARD, AttackFixtures.SETTINGS);
    }
}
