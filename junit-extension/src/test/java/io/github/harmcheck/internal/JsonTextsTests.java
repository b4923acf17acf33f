package io.github.harmcheck.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextsTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"improvement\": \"i\", \"prompt\": \"p\"}",
                "Sure! Here you are:\n\n```json\n{\"improvement\": \"i\",\n\"prompt\": \"p\"}\n```\nAnything else?",
                "<think>{\"prompt\": \"no\"}</think>{\"improvement\": \"i\", \"prompt\": \"p\"}",
                "{'improvement': 'i', 'prompt': 'p',}",
                "{\"improvement\": \"i\", \"prompt\": \"p\"",
                "{\"improvement\": \"i\", \"prompt\": \"p\",\n",
                "{\"other\": {\"improvement\": \"i\", \"prompt\": \"p\"}}",
                "I thought of {a set} first. {\"improvement\": \"i\", \"prompt\": \"p\", \"score\": 3}"
            })
    void findsTheObject(String answer) {
        assertThat(JsonTexts.object(answer, "improvement", "prompt"))
                .contains(Map.of("improvement", "i", "prompt", "p"));
    }

    @Test
    void keepsLineBreaksInsideTexts() {
        assertThat(JsonTexts.object("{\"prompt\": \"one\ntwo\\nthree\\'\"}", "prompt"))
                .contains(Map.of("prompt", "one\ntwo\nthree'"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no JSON at all",
                "{\"improvement\": \"i\", \"prompt\": \"cut in the mid",
                "{\"improvement\": \"i\"}",
                "{\"improvement\": \"i\", \"prompt\": \"  \"}",
                "{\"improvement\": \"i\", \"prompt\": null}",
                "{\"improvement\": \"i\", \"prompt\": [\"p\"]}",
                "{{{{",
                "[\"improvement\", \"prompt\"]"
            })
    void halfAnObjectIsNone(String answer) {
        assertThat(JsonTexts.object(answer, "improvement", "prompt")).isEmpty();
    }

    @Test
    void findsAList() {
        assertThat(JsonTexts.array("Five of them:\n[\"a?\", \" b? \", \"\", 3]"))
                .contains(List.of("a?", "b?"));
        assertThat(JsonTexts.array("[\"a?\", \"b?\"")).contains(List.of("a?", "b?"));
        assertThat(JsonTexts.array("[1] see \"there\"")).isEmpty();
        assertThat(JsonTexts.array("none")).isEmpty();
    }

    @Test
    void survivesNoise() {
        SplittableRandom random = new SplittableRandom(11);
        String alphabet = "{}[]\"':,\\ \nab\u0000\uD83D1";
        for (int i = 0; i < 5_000; i++) {
            StringBuilder noise = new StringBuilder();
            for (int j = random.nextInt(40); j > 0; j--) {
                noise.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            assertThat(JsonTexts.object(noise.toString(), "a")).isNotNull();
            assertThat(JsonTexts.array(noise.toString())).isNotNull();
        }
        assertThat(JsonTexts.object("{".repeat(100_000), "a")).isEmpty();
        assertThat(JsonTexts.object("{\"a\":".repeat(30_000), "a")).isEmpty();
    }

    @Test
    void writesWhatItReads() {
        Map<String, String> fields = Map.of("prompt", "one\n\"two\" \\ \u2028 \uD83D\uDE00");
        assertThat(JsonTexts.object(JsonTexts.write(fields), "prompt")).contains(fields);
    }
}
