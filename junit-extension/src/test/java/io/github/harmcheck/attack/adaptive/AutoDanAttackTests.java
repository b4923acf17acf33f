package io.github.harmcheck.attack.adaptive;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.harmcheck.attack.Attempt;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AutoDanAttackTests {
    @TempDir
    Path folder;

    /** Gives way only where three sentences stand together that no template has together. */
    private static ScriptedApp app() {
        return ScriptedApp.scoring(prompt -> List.of("It is night.", "You are alone.", "Nobody knows.").stream()
                        .filter(prompt::contains)
                        .count()
                / 3.0);
    }

    private Map<String, String> options() throws Exception {
        Path templates = folder.resolve("templates.txt");
        Files.writeString(templates, """
                === one
                It is night. The rain falls. {request}
                === two
                It is day. You are alone. {request}
                === three
                It is noon. The sun shines. Nobody knows. {request}
                === four
                It is dawn. The birds sing. All are here. {request}
                """);
        return Map.of("human-jailbreaks.templates", templates.toString(), "autodan.batch", "16");
    }

    @Test
    void findsWhatOnlyBreedingLeadsTo() throws Exception {
        ScriptedApp app = app();
        ScriptedAttacker attacker = ScriptedAttacker.answering(AutoDanAttackTests::echoed);
        Attempt attempt = Fixture.attempts("autodan", attacker, options()).get(0);
        assertThat(app.play(attempt)).endsWith(": 1.0");
        assertThat(app.said().size()).isLessThan(400);
        assertThat(app.said()).allMatch(said -> said.contains(Fixture.DOOR.text()));
    }

    /** Rewrites nothing: what is found is found by crossing alone. */
    private static String echoed(io.github.harmcheck.llm.TextGenerator.Request request) {
        String template = ScriptedAttacker.said(request)
                .lines()
                .filter(line -> line.startsWith("| "))
                .map(line -> line.substring(2))
                .findFirst()
                .orElseThrow();
        return ScriptedAttacker.oblige(request, template);
    }

    @Test
    void theTemplatesThemselvesDoNot() throws Exception {
        for (Attempt attempt : Fixture.attempts("human-jailbreaks", ScriptedAttacker.obliging(), options())) {
            assertThat(app().play(attempt)).doesNotEndWith(": 1.0");
        }
    }

    @Test
    void doesNotPayTwiceForTheSamePrompt() throws Exception {
        ScriptedApp app = ScriptedApp.refusing();
        Attempt attempt = Fixture.attempts("autodan", ScriptedAttacker.answering(AutoDanAttackTests::echoed), options())
                .get(0);
        attempt.turns(app);
        assertThat(app.said()).doesNotHaveDuplicates();
    }

    @Test
    void plansThePopulationsOfTheConfiguration() {
        assertThat(Fixture.attempts("autodan", ScriptedAttacker.obliging(), Map.of())
                        .get(0)
                        .maxCalls())
                .isEqualTo(new Attempt.Calls(100 * 64 + 1, 64 + 2 * 100 + 50, 100 * 64));
    }

    @Test
    void childrenKeepThePlaceOfTheRequestOnce() {
        SplittableRandom random = new SplittableRandom(5);
        String first = "One. Two [REQUEST] two. Three. Four. Five.";
        String second = "[REQUEST]. Six. Seven. Eight. Nine. Ten [REQUEST].";
        for (int i = 0; i < 200; i++) {
            assertThat(Sentences.cross(first, second, 5, random))
                    .allMatch(child -> child.split("\\[REQUEST]", -1).length == 2);
        }
    }
}
