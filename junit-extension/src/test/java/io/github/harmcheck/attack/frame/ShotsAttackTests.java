package io.github.harmcheck.attack.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.harmcheck.attack.Attack;
import io.github.harmcheck.attack.AttackConfigurationException;
import io.github.harmcheck.attack.AttackFixtures;
import io.github.harmcheck.attack.AttackSettings;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShotsAttackTests {
    private static final Attack MANY = AttackFixtures.attack("many-shot");

    @Test
    void sixteenAndSixtyFourDialoguesStandBeforeTheRequest() {
        Map<String, String> prompts = AttackFixtures.prompts(MANY, AttackFixtures.STANDARD, AttackSettings.withSeed(1));
        assertThat(prompts).containsOnlyKeys("shots-16", "shots-64");
        assertThat(questions(prompts.get("shots-16"))).hasSize(16 + 1);
        List<String> all = questions(prompts.get("shots-64"));
        assertThat(all).hasSize(64 + 1).endsWith(AttackFixtures.STANDARD.text());
        assertThat(new HashSet<>(all)).as("no question comes twice").hasSize(65);
        assertThat(prompts.get("shots-64")).endsWith("\nAssistant:");
        assertThat(AttackFixtures.prompts(
                        AttackFixtures.attack("in-context"), AttackFixtures.STANDARD, AttackSettings.withSeed(1)))
                .containsOnlyKeys("shots-1", "shots-5");
    }

    @Test
    void theNumberIsSettableAndTheSeedOrdersThem() {
        Map<String, String> options = Map.of("many-shot.shots", " 2, 300,2 ");
        Map<String, String> first =
                AttackFixtures.prompts(MANY, AttackFixtures.STANDARD, new AttackSettings(1, options, null));
        Map<String, String> other =
                AttackFixtures.prompts(MANY, AttackFixtures.STANDARD, new AttackSettings(2, options, null));
        assertThat(first).containsOnlyKeys("shots-2", "shots-300");
        assertThat(questions(first.get("shots-300"))).hasSize(301);
        assertThat(other.get("shots-300")).isNotEqualTo(first.get("shots-300"));
    }

    @Test
    void answersArePlaceholdersOnly() {
        String prompt = AttackFixtures.prompts(MANY, AttackFixtures.STANDARD, AttackSettings.withSeed(1))
                .get("shots-64");
        assertThat(prompt.lines().filter(line -> line.startsWith("Assistant: ")))
                .hasSize(64)
                .allMatch(line -> line.contains("["));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "4097", "16;64", "many", "16,", "99999999999"})
    void aWrongNumberIsAnError(String shots) {
        AttackSettings settings = AttackFixtures.settings(Map.of("many-shot.shots", shots));
        assertThatThrownBy(() -> MANY.check(List.of(), settings))
                .isInstanceOf(AttackConfigurationException.class)
                .hasMessageStartingWith("many-shot.shots = \"" + shots + "\": ")
                .hasMessageContaining("1 to 4096");
    }

    private static List<String> questions(String prompt) {
        return prompt.lines()
                .filter(line -> line.startsWith("User: "))
                .map(line -> line.substring("User: ".length()))
                .toList();
    }
}
