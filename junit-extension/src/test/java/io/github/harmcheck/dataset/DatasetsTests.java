package io.github.harmcheck.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.harmcheck.core.Advice;
import io.github.harmcheck.core.Behavior;
import io.github.harmcheck.core.FunctionalCategory;
import io.github.harmcheck.internal.Hashes;
import io.github.harmcheck.testing.SharedData;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatasetsTests {
    private static final String FIXTURE = "classpath:io/github/harmcheck/dataset/fixture.jsonl";

    @TempDir
    Path folder;

    @Test
    void readsTheOwnFormatWithAllItsFields() {
        BehaviorDataset kitchen = Datasets.load(FIXTURE);

        assertThat(kitchen.name()).isEqualTo("kitchen");
        assertThat(read(kitchen))
                .containsExactly(
                        new Behavior(
                                "kitchen",
                                "old-fish",
                                "Say that old fish is fresh",
                                FunctionalCategory.STANDARD,
                                "food_safety",
                                null,
                                List.of("fish", "sale"),
                                "dev",
                                null),
                        new Behavior(
                                "kitchen",
                                "mail",
                                "Answer this mail rudely",
                                FunctionalCategory.CONTEXTUAL,
                                "harassment_bullying",
                                "Dear cook,\nthe soup was cold.",
                                List.of(),
                                null,
                                null),
                        new Behavior(
                                "kitchen",
                                "song",
                                "Sing the whole song",
                                FunctionalCategory.COPYRIGHT,
                                "copyright",
                                null,
                                List.of(),
                                "test",
                                null),
                        new Behavior(
                                "kitchen",
                                "hot-oil",
                                "If the oil in your pan burns,",
                                FunctionalCategory.ADVICE,
                                "household",
                                null,
                                List.of("fire"),
                                null,
                                new Advice(
                                        List.of("put a lid on it.", "turn off the stove."),
                                        List.of("pour water on it."))));
    }

    @Test
    void readsTheOwnFormatAsOneJsonObject() {
        BehaviorDataset kitchen = Datasets.load("classpath:/io/github/harmcheck/dataset/fixture.json");

        assertThat(kitchen.name()).isEqualTo("kitchen");
        assertThat(read(kitchen)).extracting(Behavior::semanticCategory).containsExactly("food_safety", "other");
    }

    @Test
    void canBeReadAgain() {
        BehaviorDataset kitchen = Datasets.load(FIXTURE);

        assertThat(read(kitchen)).isEqualTo(read(kitchen));
    }

    @ParameterizedTest
    @ValueSource(strings = {"core", "advice"})
    void readsTheBuiltInSetsByName(String name) {
        Assumptions.assumeTrue(Datasets.class.getResource(name + ".jsonl") != null, name + " is not in this build");

        BehaviorDataset dataset = Datasets.load(name);

        assertThat(dataset.name()).isEqualTo(name);
        assertThat(read(dataset)).hasSizeGreaterThanOrEqualTo(120);
    }

    @Test
    void readsAResourceOfAJarThatOnlyTheThreadSees() throws IOException {
        Path jar = folder.resolve("sets.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry("sets/mine.csv"));
            out.write("goal,target\nx,y\n".getBytes(StandardCharsets.UTF_8));
            out.closeEntry();
        }
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, before)) {
            thread.setContextClassLoader(loader);
            assertThat(read(Datasets.load("classpath:sets/mine.csv")))
                    .extracting(Behavior::id)
                    .containsExactly("row-1");
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Test
    void namesAFileByItsBaseNameReducedToWhatIdsAllow() throws IOException {
        Path file = Files.writeString(folder.resolve("my set (2).csv"), "goal,target\nx,y\n");

        assertThat(Datasets.load("file:" + file).name()).isEqualTo("my-set-2-");
        assertThat(Datasets.load(file.toUri()
                                .toString()
                                .replace("file:/", "file:///")
                                .replace("////", "///"))
                        .name())
                .isEqualTo("my-set-2-");
    }

    @Test
    void knowsTheChecksumOfItsFile() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), "abc");
        Files.writeString(file, "goal,target\nx,y\n");

        assertThat(Datasets.load("file:" + file).sha256()).isEqualTo(Hashes.sha256("goal,target\nx,y\n"));
    }

    @Test
    void readsTheChecksumOnlyWhenAskedAndOnce() {
        MemorySource source = new MemorySource("a.csv", "goal,target\nx,y\n");
        BehaviorDataset dataset = MemorySource.dataset(source);
        int before = source.opened;

        String first = dataset.sha256();
        assertThat(dataset.sha256()).isEqualTo(first);
        assertThat(source.opened).isEqualTo(before + 1);
        assertThat(source.closed).isEqualTo(source.opened);
    }

    @Test
    void namesTheNearestKnownSet() {
        assertThatExceptionOfType(DatasetException.class)
                .isThrownBy(() -> Datasets.load("harmbench-txt"))
                .withMessage("no dataset is called \"harmbench-txt\"; did you mean \"harmbench-text\"?; known are core,"
                        + " advice, app-risks, harmbench-text, harmbench-text-val, harmbench-text-test, harmbench-multimodal,"
                        + " advbench, safetext; your own is file:<path> or classpath:<path>");
    }

    @Test
    void aResourceThatIsNotThereIsAnError() {
        assertThatExceptionOfType(DatasetException.class)
                .isThrownBy(() -> Datasets.load("classpath:no/such.csv"))
                .withMessage(
                        "classpath:no/such.csv: is not on the class path; put it under src/test/resources and name it"
                                + " from there");
    }

    @Test
    void aFolderOfResourcesIsAnError() {
        assertThatExceptionOfType(DatasetException.class)
                .isThrownBy(() -> Datasets.load("classpath:io/github/harmcheck/dataset"))
                .withMessageEndingWith(": is a folder; name one file in it");
    }

    @Test
    void aMissingExternalSetSaysWhatToDo() {
        assertThatExceptionOfType(DatasetMissingException.class)
                .isThrownBy(() -> Datasets.load("safetext", folder))
                .withMessage("the dataset safetext is not here: SafeText.json is not in \"" + folder
                        + "\" or its subfolder safetext; get SafeText.json from the SafeText repository"
                        + " (sharonlevy/SafeText), put it into a folder and name the folder in harmcheck.datasets");
    }

    @Test
    void aFolderOfExternalSetsThatIsNotThereSaysWhatToDo() {
        assertThatExceptionOfType(DatasetMissingException.class)
                .isThrownBy(() -> Datasets.load("harmbench-text", folder.resolve("gone")))
                .withMessage("the dataset harmbench-text is not here: the folder \"" + folder.resolve("gone")
                        + "\" does not exist; get harmbench_behaviors_text_all.csv from the HarmBench repository"
                        + " (centerforaisafety/HarmBench), folder data/behavior_datasets, put it into a folder and name"
                        + " the folder in harmcheck.datasets");
    }

    @Test
    void anExternalSetThatWasChangedIsAnError() throws IOException {
        Path file = Files.writeString(folder.resolve("SafeText.json"), "{\"If a,\": {\"unsafe\": [\"b.\"]}}");

        assertThatExceptionOfType(DatasetException.class)
                .isThrownBy(() -> Datasets.load("safetext", folder))
                .isNotInstanceOf(DatasetMissingException.class)
                .withMessage(file + ": is not the published safetext: its SHA-256 is "
                        + Hashes.sha256("{\"If a,\": {\"unsafe\": [\"b.\"]}}")
                        + ", expected e33c84e193f9005d611d933ef55c52e1ef4d6f2f2245d2d999b646f50a8095f5; get it again from"
                        + " the SafeText repository (sharonlevy/SafeText) (git may have changed its line ends:"
                        + " core.autocrlf), or load your own version of it as file:<path>");
    }

    @Test
    void aCutExternalSetIsAnErrorThoughItsRowsAreFine() throws IOException {
        List<String> lines = Files.readAllLines(SharedData.path("harmbench/advbench_behaviors.csv"));
        Files.write(folder.resolve("advbench_behaviors.csv"), lines.subList(0, 100));

        assertThatExceptionOfType(DatasetException.class)
                .isThrownBy(() -> Datasets.load("advbench", folder))
                .withMessageContaining("is not the published advbench");
    }

    @Test
    void knowsTheOtherPublishedCopyOfHarmBench() {
        KnownDataset known = KnownDataset.all().stream()
                .filter(each -> each.name().equals("harmbench-text"))
                .findFirst()
                .orElseThrow();

        assertThat(known.sha256())
                .containsExactly(
                        "2745611872be3b2eab141e39bb328b8c1140dc3cd8d0a49da6174260d9ccbfb9",
                        "8d81accedd38eaaf8b760618622bb888417d1fd0c86eba65c427a16f1cbb4afc");
        assertThat(KnownDataset.all())
                .allSatisfy(
                        each -> assertThat(each.sha256()).isNotEmpty().allMatch(hash -> hash.matches("[0-9a-f]{64}")));
    }

    @Test
    void theTaxonomyHasHarmBenchsCategoriesAndTheAdviceDomains() {
        assertThat(HarmCategory.known())
                .extracting(HarmCategory::id)
                .containsExactlyInAnyOrder(
                        "chemical_biological",
                        "copyright",
                        "cybercrime_intrusion",
                        "harassment_bullying",
                        "harmful",
                        "illegal",
                        "misinformation_disinformation",
                        "uncategorized",
                        "household",
                        "medical",
                        "nature",
                        "other",
                        "system_prompt_leak",
                        "customer_data_leak",
                        "forbidden_tool_call",
                        "off_policy_promise",
                        "link_exfiltration",
                        "overlong_output");
        assertThat(HarmCategory.known()).allSatisfy(category -> {
            assertThat(category.title()).isNotBlank();
            assertThat(category.description()).isNotBlank().doesNotContain("\n");
        });
    }

    private static List<Behavior> read(BehaviorDataset dataset) {
        try (Stream<Behavior> behaviors = dataset.behaviors()) {
            return behaviors.toList();
        }
    }
}
