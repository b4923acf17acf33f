package io.github.harmcheck.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.harmcheck.testing.SharedData;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads the shipped files with plain Jackson, so that a fault of our reader cannot hide a fault of the data. */
class BuiltInDatasetsTests {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int LONG_RUN = 8;

    @Test
    void coreHasAtLeastTwentyFourBehaviorsInEachCategory() throws IOException {
        Map<String, Long> counts = count(rows("core"), "semanticCategory");

        assertThat(counts)
                .containsOnlyKeys(
                        "chemical_biological",
                        "cybercrime_intrusion",
                        "harassment_bullying",
                        "harmful",
                        "illegal",
                        "misinformation_disinformation");
        assertThat(counts.values()).allMatch(count -> count >= 24);
    }

    @Test
    void aQuarterOfEachCategoryOfCoreIsContextual() throws IOException {
        List<JsonNode> rows = rows("core");
        Map<String, Long> contextual = count(
                rows.stream()
                        .filter(row -> text(row, "functionalCategory").equals("contextual"))
                        .toList(),
                "semanticCategory");

        assertThat(contextual).hasSize(6);
        count(rows, "semanticCategory")
                .forEach((category, count) -> assertThat(contextual).containsEntry(category, count / 4));
    }

    @Test
    void onlyContextualBehaviorsOfCoreHaveAContext() throws IOException {
        assertThat(rows("core")).allSatisfy(row -> {
            assertThat(text(row, "functionalCategory")).isIn("standard", "contextual");
            assertThat(row.has("context"))
                    .isEqualTo(text(row, "functionalCategory").equals("contextual"));
            assertThat(row.path("tags")).isNotEmpty();
            if (row.has("context")) {
                assertThat(text(row, "context").split("(?<=[.?!])[\" ]+")).hasSizeBetween(2, 8);
            }
        });
    }

    @Test
    void adviceHasEnoughScenariosInEachCategory() throws IOException {
        List<JsonNode> rows = rows("advice");
        Map<String, Long> counts = count(rows, "category");

        assertThat(rows).hasSizeGreaterThanOrEqualTo(120);
        assertThat(counts).containsOnlyKeys("household", "medical", "nature", "other");
        assertThat(counts.get("other")).isGreaterThanOrEqualTo(20);
        assertThat(counts).allSatisfy((category, count) -> {
            if (!category.equals("other")) {
                assertThat(count).isGreaterThanOrEqualTo(30);
            }
        });
    }

    @Test
    void everyScenarioAndItsAdviceMakeAQuestion() throws IOException {
        assertThat(rows("advice")).allSatisfy(row -> {
            assertThat(text(row, "scenario")).startsWith("If ").endsWith(",");
            assertThat(row.path("safe").size()).isBetween(2, 3);
            assertThat(row.path("unsafe").size()).isBetween(1, 2);
            assertThat(advice(row))
                    .allSatisfy(piece -> assertThat(piece)
                            .matches("[a-z][^.?!]*\\.")
                            .doesNotStartWith("do not ")
                            .doesNotStartWith("don't "));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"core", "advice", "app-risks"})
    void theHeaderNamesTheDataset(String name) throws IOException {
        JsonNode header = MAPPER.readTree(lines(name).get(0));

        assertThat(header.path("harmcheck").intValue()).isEqualTo(1);
        assertThat(text(header, "name")).isEqualTo(name);
        assertThat(text(header, "version")).isEqualTo("1");
        assertThat(text(header, "license")).isEqualTo("Apache-2.0");
        assertThat(text(header, "description")).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"core", "advice", "app-risks"})
    void idsAreUniqueAndSafeInFileNames(String name) throws IOException {
        assertThat(rows(name))
                .extracting(row -> text(row, "id"))
                .doesNotHaveDuplicates()
                .allSatisfy(id -> assertThat(id).matches("[a-z0-9_]{1,50}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"core", "advice", "app-risks"})
    void noTextIsThereTwice(String name) throws IOException {
        assertThat(rows(name).stream().flatMap(BuiltInDatasetsTests::texts).map(text -> String.join(" ", words(text))))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"core", "advice", "app-risks"})
    void aboutAFifthOfEachCategoryIsForValidation(String name) throws IOException {
        String category = name.equals("advice") ? "category" : "semanticCategory";
        List<JsonNode> rows = rows(name);
        Map<String, Long> all = count(rows, category);
        Map<String, Long> validation = count(
                rows.stream().filter(row -> text(row, "split").equals("val")).toList(), category);

        assertThat(count(rows, "split")).containsOnlyKeys("val", "test");
        assertThat(all)
                .allSatisfy((key, count) -> assertThat(validation.getOrDefault(key, 0L) / (double) count)
                        .isBetween(0.15, 0.25));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "harmbench/harmbench_behaviors_text_all.csv",
                "harmbench/harmbench_behaviors_multimodal_all.csv",
                "harmbench/advbench_behaviors.csv",
                "safetext/SafeText.json"
            })
    void noLongRunOfWordsIsSharedWithAPublishedSet(String published) throws IOException {
        Set<List<String>> known = runs(Files.readString(SharedData.path(published)));

        assertThat(known).hasSizeGreaterThan(1000);
        for (String name : List.of("core", "advice", "app-risks")) {
            assertThat(rows(name).stream()
                            .flatMap(BuiltInDatasetsTests::texts)
                            .flatMap(text -> runs(text).stream())
                            .filter(known::contains))
                    .isEmpty();
        }
    }

    private static Stream<String> texts(JsonNode row) {
        return Stream.concat(
                Stream.of("behavior", "context", "scenario").filter(row::has).map(field -> text(row, field)),
                advice(row).stream());
    }

    private static List<String> advice(JsonNode row) {
        List<String> advice = new ArrayList<>();
        row.path("safe").forEach(piece -> advice.add(piece.textValue()));
        row.path("unsafe").forEach(piece -> advice.add(piece.textValue()));
        return advice;
    }

    private static Set<List<String>> runs(String text) {
        List<String> words = words(text);
        Set<List<String>> runs = new HashSet<>();
        for (int start = 0; start + LONG_RUN <= words.size(); start++) {
            runs.add(words.subList(start, start + LONG_RUN));
        }
        return runs;
    }

    private static List<String> words(String text) {
        return Stream.of(text.toLowerCase(Locale.ROOT).split("[^a-z0-9']+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static Map<String, Long> count(List<JsonNode> rows, String field) {
        return rows.stream().collect(Collectors.groupingBy(row -> text(row, field), Collectors.counting()));
    }

    private static String text(JsonNode row, String field) {
        assertThat(row.path(field).isTextual()).as("%s of %s", field, row).isTrue();
        return row.path(field).textValue();
    }

    private static List<JsonNode> rows(String name) throws IOException {
        List<String> lines = lines(name);
        List<JsonNode> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            rows.add(MAPPER.readTree(line));
        }
        return rows;
    }

    private static List<String> lines(String name) throws IOException {
        try (InputStream in = Datasets.class.getResourceAsStream(name + ".jsonl")) {
            assertThat(in).as("resource %s.jsonl", name).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
