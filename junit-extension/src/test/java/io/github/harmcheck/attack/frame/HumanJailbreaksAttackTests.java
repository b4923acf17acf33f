package io.github.harmcheck.attack.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.harmcheck.attack.Attack;
import io.github.harmcheck.attack.AttackConfigurationException;
import io.github.harmcheck.attack.AttackFixtures;
import io.github.harmcheck.attack.AttackSettings;
import io.github.harmcheck.attack.Attempt;
import io.github.harmcheck.core.Behavior;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HumanJailbreaksAttackTests {
    private static final Attack ATTACK = new HumanJailbreaksAttack();

    @TempDir
    Path folder;

    @Test
    void hasAtLeastFifteenDifferentTemplates() {
        Map<String, String> prompts = prompts(Map.of());
        assertThat(prompts).hasSizeGreaterThanOrEqualTo(15);
        assertThat(Set.copyOf(prompts.values())).hasSameSizeAs(prompts.keySet());
    }

    @Test
    void takesTheUsersOwnTemplates() throws IOException {
        Path file = folder.resolve("my templates.txt");
        Files.writeString(file, "=== mine\nPlease: {request}\n");
        assertThat(prompts(Map.of("human-jailbreaks.templates", file.toString())))
                .containsExactly(Map.entry("mine", "Please: " + AttackFixtures.STANDARD.text()));
    }

    @Test
    void readsAChangedFileAgain() throws IOException {
        Path file = folder.resolve("templates.txt");
        Files.writeString(file, "=== mine\nPlease: {request}\n");
        prompts(Map.of("human-jailbreaks.templates", file.toString()));
        Files.writeString(file, "=== changed-id\nPlease: {request}\n");
        assertThat(prompts(Map.of("human-jailbreaks.templates", file.toString())))
                .containsOnlyKeys("changed-id");
    }

    @Test
    void saysWhatIsWrongWithTheFile() throws IOException {
        assertWrong(folder.resolve("none.txt").toString(), "there is no such file; the absolute path is");
        assertWrong(folder.toString(), "this is not a regular file");
        assertWrong("a\u0000b", "this is not a path");
        Path file = folder.resolve("bad.txt");
        Files.writeString(file, "=== mine\nno placeholder");
        assertWrong(file.toString(), ", line 1: the template \"mine\" has no {request}");
    }

    @Test
    void samplesBySeedAndBehavior() {
        Map<String, String> options = Map.of("human-jailbreaks.sample", "5");
        List<String> all = List.copyOf(prompts(Map.of()).keySet());
        Set<List<String>> samples = new HashSet<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 40; i++) {
            Behavior behavior = Behavior.of("fixture", "behavior-" + i, "text");
            List<String> sample = variants(behavior, options);
            assertThat(sample).hasSize(5).doesNotHaveDuplicates().isSubsetOf(all);
            assertThat(sample).isSortedAccordingTo((a, b) -> all.indexOf(a) - all.indexOf(b));
            assertThat(variants(behavior, options)).isEqualTo(sample);
            samples.add(sample);
            seen.addAll(sample);
        }
        assertThat(samples).hasSizeGreaterThan(30);
        assertThat(seen).containsExactlyInAnyOrderElementsOf(all);
        AttackSettings otherSeed = new AttackSettings(43, options, null);
        assertThat(samples)
                .doesNotContain(ATTACK.attempts(Behavior.of("fixture", "behavior-0", "text"), otherSeed)
                        .map(Attempt::variant)
                        .toList());
    }

    @Test
    void aSampleLargerThanTheFileIsAllOfIt() {
        assertThat(prompts(Map.of("human-jailbreaks.sample", "1000"))).isEqualTo(prompts(Map.of()));
    }

    @Test
    void aSampleIsAWholeNumberFromOne() {
        for (String value : List.of("0", "-1", "2.5", "five", "")) {
            assertThatThrownBy(() -> prompts(Map.of("human-jailbreaks.sample", value)))
                    .isInstanceOf(AttackConfigurationException.class)
                    .hasMessage("human-jailbreaks.sample = \"" + value + "\": it is a whole number from 1");
        }
    }

    private static void assertWrong(String path, String message) {
        assertThatThrownBy(() -> prompts(Map.of("human-jailbreaks.templates", path)))
                .isInstanceOf(AttackConfigurationException.class)
                .hasMessageStartingWith("human-jailbreaks.templates = ")
                .hasMessageContaining(message);
    }

    private static List<String> variants(Behavior behavior, Map<String, String> options) {
        return ATTACK.attempts(behavior, AttackFixtures.settings(options))
                .map(Attempt::variant)
                .toList();
    }

    private static Map<String, String> prompts(Map<String, String> options) {
        return AttackFixtures.prompts(ATTACK, AttackFixtures.STANDARD, AttackFixtures.settings(options));
    }
}
