package io.github.harmcheck.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.harmcheck.core.Behavior;
import io.github.harmcheck.internal.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayAttackTests {
    private static final Attack ATTACK = new ReplayAttack();

    @TempDir
    Path folder;

    @Test
    void playsThePromptsAsTheyAre() throws IOException {
        AttackSettings settings = settings(
                "{\"other\": [\"x\"], \"side-door\": [\"context\\n\\n---\\n\\nfirst \\u201Cquoted\\u201D\", \"\u00FC\uD83D\uDE00\"]}");
        assertThat(AttackFixtures.prompts(ATTACK, AttackFixtures.CONTEXTUAL, settings))
                .containsExactly(
                        Map.entry("case-1", "context\n\n---\n\nfirst \u201Cquoted\u201D"),
                        Map.entry("case-2", "\u00FC\uD83D\uDE00"));
    }

    @Test
    void findsEveryPromptOfALargeFile() throws IOException {
        SplittableRandom random = new SplittableRandom(5);
        Map<String, List<String>> cases = new LinkedHashMap<>();
        for (int i = 0; i < 200; i++) {
            List<String> prompts = new ArrayList<>();
            int count = random.nextInt(1, 10);
            for (int j = 0; j < count; j++) {
                prompts.add(AttackFixtures.unicode(random, random.nextInt(500)));
            }
            cases.put("behavior-" + i, prompts);
        }
        for (String bom : List.of("", "\uFEFF")) {
            AttackSettings settings =
                    settings(bom + Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(cases));
            cases.forEach((id, prompts) -> assertThat(
                            AttackFixtures.prompts(ATTACK, Behavior.of("fixture", id, "text"), settings)
                                    .values())
                    .containsExactlyElementsOf(prompts));
        }
    }

    @Test
    void needsAFile() {
        assertThatThrownBy(() -> ATTACK.attempts(AttackFixtures.STANDARD, AttackFixtures.SETTINGS))
                .isInstanceOf(AttackConfigurationException.class)
                .hasMessageContaining("needs the option replay.file");
        assertThatThrownBy(() -> ATTACK.attempts(
                        AttackFixtures.STANDARD,
                        AttackFixtures.settings(
                                Map.of("replay.file", folder.resolve("no.json").toString()))))
                .isInstanceOf(AttackConfigurationException.class)
                .hasMessageContaining("there is no such file");
    }

    @Test
    void saysWhatIsWrongWithTheFile() throws IOException {
        assertWrong("[]", "line 1: the file must be one object");
        assertWrong("", "line 1: the file must be one object");
        assertWrong("{}", "has no test cases");
        assertWrong("{\"song\":\n\"text\"}", "line 2: the value of \"song\" must be a list of texts");
        assertWrong("{\"song\": [\"a\", 1]}", "line 1: item 2 of \"song\" is not a text");
        assertWrong("{\"song\": [\"a\"],\n\"song\": [\"b\"]}", "line 2: the key \"song\" comes twice");
        assertWrong("{\"song\": [\"a\"]} {", "line 1: there is more after the end of the object");
        assertWrong("{\"song\": [\"a\"\n\n\"b\"]}", "line 3: this is not JSON");
        assertWrong("{\"song\": [\"a", "line 1: this is not JSON");
        assertWrong("{\"song\": [\"a\"", "line 1: this is not JSON");
        Path utf16 = folder.resolve("utf16.json");
        Files.writeString(utf16, "{\"song\": [\"a\"]}", StandardCharsets.UTF_16);
        assertThatThrownBy(() -> ATTACK.attempts(AttackFixtures.COPYRIGHT, replay(utf16)))
                .isInstanceOf(AttackConfigurationException.class)
                .hasMessageContaining("the file must be UTF-8");
    }

    @Test
    void rejectsTestCasesWithImages() throws IOException {
        assertWrong(
                "{\"song\": [\"a\"],\n\"picture\": [[\"door.png\", \"Open it\"]]}",
                "line 2: item 1 of \"picture\" is a list, as image test cases are ([image, text]), and not a text");
    }

    @Test
    void aBehaviorWithoutTestCasesIsAnError() throws IOException {
        AttackSettings settings = settings("{\"side-door\": [\"x\"], \"song\": []}");
        List<Behavior> behaviors = List.of(
                AttackFixtures.STANDARD, AttackFixtures.CONTEXTUAL, AttackFixtures.COPYRIGHT, AttackFixtures.BURN);
        assertThatThrownBy(() -> Attacks.check(List.of(ATTACK), behaviors, settings))
                .isInstanceOf(AttackConfigurationException.class)
                .hasMessageContaining(
                        "has no test case for 2 of 3 behaviors: opening-a-door, song. It has 2: side-door, song")
                .hasMessageContaining("replay.allowMissing = true");
        assertThatThrownBy(() -> ATTACK.attempts(AttackFixtures.STANDARD, settings))
                .isInstanceOf(AttackConfigurationException.class)
                .hasMessageContaining("has no test case for the behavior opening-a-door");
    }

    @Test
    void missingTestCasesMayBeAllowedAndAreRemarked() throws IOException {
        AttackSettings settings = settings("{\"side-door\": [\"x\"], \"elsewhere\": [\"y\"]}", "true");
        List<Behavior> behaviors = List.of(AttackFixtures.STANDARD, AttackFixtures.CONTEXTUAL);
        assertThat(Attacks.check(List.of(ATTACK), behaviors, settings))
                .containsExactly(
                        "replay: no test case and so no attempt for 1 of 2 behaviors: opening-a-door",
                        "replay: 1 of 2 ids of the file are not among the behaviors of this campaign: elsewhere");
        assertThat(ATTACK.attempts(AttackFixtures.STANDARD, settings)).isEmpty();
        assertThat(ATTACK.attempts(AttackFixtures.CONTEXTUAL, settings)).hasSize(1);
    }

    @Test
    void aFileOfOtherBehaviorsIsAnErrorInAnyCase() throws IOException {
        AttackSettings settings = settings("{\"elsewhere\": [\"y\"]}", "true");
        assertThatThrownBy(() -> Attacks.check(List.of(ATTACK), List.of(AttackFixtures.STANDARD), settings))
                .isInstanceOf(AttackConfigurationException.class)
                .hasMessageContaining("at least one must have a test case");
    }

    @Test
    void aFileThatChangedWhileInUseIsAnError() throws IOException {
        Path file = folder.resolve("test_cases.json");
        Files.writeString(file, "{\"song\": [\"first\", \"second\"]}");
        List<Attempt> attempts =
                ATTACK.attempts(AttackFixtures.COPYRIGHT, replay(file)).toList();
        Files.writeString(file, "{\"a longer key than before\": [1]}");
        for (Attempt attempt : attempts) {
            assertThatThrownBy(() -> attempt.turns(new Dialogue() {
                        @Override
                        public io.github.harmcheck.core.Reply say(io.github.harmcheck.core.Message message) {
                            throw new AssertionError();
                        }

                        @Override
                        public void restart() {}

                        @Override
                        public double score() {
                            return 0;
                        }
                    }))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("the file changed while it was in use");
        }
    }

    private void assertWrong(String json, String message) throws IOException {
        AttackSettings settings = settings(json);
        assertThatThrownBy(() -> ATTACK.attempts(AttackFixtures.COPYRIGHT, settings))
                .isInstanceOf(AttackConfigurationException.class)
                .hasMessageStartingWith("replay.file = ")
                .hasMessageContaining(message);
    }

    private AttackSettings settings(String json) throws IOException {
        return settings(json, "false");
    }

    private AttackSettings settings(String json, String allowMissing) throws IOException {
        Path file = Files.createTempFile(folder, "test_cases", ".json");
        Files.writeString(file, json);
        return AttackFixtures.settings(Map.of("replay.file", file.toString(), "replay.allowMissing", allowMissing));
    }

    private static AttackSettings replay(Path file) {
        return AttackFixtures.settings(Map.of("replay.file", file.toString()));
    }
}
