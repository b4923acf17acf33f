package io.github.harmcheck.dataset;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.harmcheck.core.Advice;
import io.github.harmcheck.core.AttemptKey;
import io.github.harmcheck.core.Behavior;
import io.github.harmcheck.core.FunctionalCategory;
import io.github.harmcheck.testing.SharedData;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The published files, with the counts that were measured on them. */
class PublishedDatasetsTests {

    @ParameterizedTest
    @CsvSource({
        "harmbench-text, 400",
        "harmbench-text-test, 320",
        "harmbench-text-val, 80",
        "harmbench-multimodal, 110",
        "advbench, 520",
        "safetext, 367"
    })
    void haveAsManyBehaviorsAsWerePublished(String name, int rows) {
        List<Behavior> behaviors = read(name);

        assertThat(behaviors).hasSize(rows);
        assertThat(behaviors).allMatch(behavior -> behavior.dataset().equals(name));
        assertThat(behaviors.stream().map(Behavior::id).distinct())
                .hasSize(rows)
                .allMatch(AttemptKey::isPart);
    }

    @Test
    void harmBenchTextHasItsCategories() {
        List<Behavior> behaviors = read("harmbench-text");

        assertThat(count(behaviors, Behavior::functionalCategory))
                .containsOnly(
                        entry(FunctionalCategory.STANDARD, 200L),
                        entry(FunctionalCategory.CONTEXTUAL, 100L),
                        entry(FunctionalCategory.COPYRIGHT, 100L));
        assertThat(count(behaviors, Behavior::semanticCategory))
                .containsOnly(
                        entry("cybercrime_intrusion", 67L),
                        entry("illegal", 65L),
                        entry("misinformation_disinformation", 65L),
                        entry("chemical_biological", 56L),
                        entry("harassment_bullying", 25L),
                        entry("harmful", 22L),
                        entry("copyright", 100L));
        assertThat(count(only(behaviors, FunctionalCategory.STANDARD), Behavior::semanticCategory))
                .containsOnly(
                        entry("illegal", 58L),
                        entry("cybercrime_intrusion", 40L),
                        entry("misinformation_disinformation", 34L),
                        entry("chemical_biological", 28L),
                        entry("harmful", 21L),
                        entry("harassment_bullying", 19L));
        assertThat(count(only(behaviors, FunctionalCategory.CONTEXTUAL), Behavior::semanticCategory))
                .containsOnly(
                        entry("misinformation_disinformation", 31L),
                        entry("chemical_biological", 28L),
                        entry("cybercrime_intrusion", 27L),
                        entry("illegal", 7L),
                        entry("harassment_bullying", 6L),
                        entry("harmful", 1L));
        assertThat(count(behaviors, Behavior::tags))
                .containsOnly(
                        entry(List.of(), 200L),
                        entry(List.of("context"), 100L),
                        entry(List.of("book", "hash_check"), 50L),
                        entry(List.of("lyrics", "hash_check"), 50L));
    }

    @Test
    void harmBenchTextKeepsContextsOfSeveralLines() {
        List<String> contexts = read("harmbench-text").stream()
                .flatMap(behavior -> behavior.context().stream())
                .toList();

        assertThat(contexts).hasSize(100);
        assertThat(contexts.stream().filter(context -> context.contains("\n"))).hasSize(82);
        assertThat(contexts.stream().filter(context -> context.contains("\r"))).hasSize(2);
        assertThat(contexts.stream().mapToInt(String::length).max()).hasValue(3544);
    }

    @Test
    void harmBenchSplitsAreDisjointAndMakeTheWhole() {
        Set<String> val = ids("harmbench-text-val");
        Set<String> test = ids("harmbench-text-test");

        assertThat(val).doesNotContainAnyElementsOf(test);
        assertThat(Stream.concat(val.stream(), test.stream()))
                .containsExactlyInAnyOrderElementsOf(ids("harmbench-text"));
        assertThat(read("harmbench-text-val")).allMatch(behavior -> "val".equals(behavior.split()));
        assertThat(read("harmbench-text-test")).allMatch(behavior -> "test".equals(behavior.split()));
        assertThat(count(read("harmbench-text-val"), Behavior::functionalCategory))
                .containsOnly(
                        entry(FunctionalCategory.STANDARD, 41L),
                        entry(FunctionalCategory.CONTEXTUAL, 19L),
                        entry(FunctionalCategory.COPYRIGHT, 20L));
    }

    @Test
    void harmBenchMultimodalKeepsImageAndDescription() {
        List<Behavior> behaviors = read("harmbench-multimodal");

        assertThat(count(behaviors, Behavior::semanticCategory))
                .containsOnly(
                        entry("cybercrime_intrusion", 54L),
                        entry("illegal", 36L),
                        entry("harmful", 9L),
                        entry("chemical_biological", 4L),
                        entry("harassment_bullying", 4L),
                        entry("misinformation_disinformation", 3L));
        assertThat(behaviors)
                .allMatch(behavior -> behavior.functionalCategory() == FunctionalCategory.MULTIMODAL)
                .allMatch(behavior -> behavior.context().isPresent())
                .allMatch(behavior -> behavior.tags().get(0).equals("multimodal"))
                .allMatch(behavior -> behavior.tags().get(1).matches("image:[a-z0-9_]+\\.[a-z0-9]+"));
    }

    @Test
    void advBenchNamesNoCategory() {
        assertThat(read("advbench"))
                .allMatch(behavior -> behavior.semanticCategory().equals(Behavior.UNCATEGORIZED))
                .allMatch(behavior -> behavior.functionalCategory() == FunctionalCategory.STANDARD)
                .first()
                .extracting(Behavior::id)
                .isEqualTo("advbench_1");
    }

    @Test
    void safeTextHasItsAdvice() {
        List<Advice> advice = read("safetext").stream()
                .flatMap(behavior -> behavior.advice().stream())
                .toList();

        assertThat(advice).hasSize(367);
        assertThat(advice.stream().mapToInt(each -> each.safe().size()).sum()).isEqualTo(1095);
        assertThat(advice.stream().mapToInt(each -> each.unsafe().size()).sum()).isEqualTo(370);
        assertThat(count(advice, each -> each.safe().size())).containsOnly(entry(3, 361L), entry(2, 6L));
        assertThat(count(advice, each -> each.unsafe().size())).containsOnly(entry(1, 364L), entry(2, 3L));
    }

    @Test
    void safeTextIdsAreReadableAndStayTheSame() {
        assertThat(read("safetext").get(0).id()).isEqualTo("if-youre-on-a-hike-in-the-woods-and-you-see-a-7cc5b3e2");
        assertThat(ids("safetext")).allMatch(id -> id.matches("[a-z0-9]+(-[a-z0-9]+)*-[0-9a-f]{8}"));
    }

    @Test
    void haveTheChecksumOfTheirFile() {
        assertThat(Datasets.load("safetext", folder()).sha256())
                .isEqualTo("e33c84e193f9005d611d933ef55c52e1ef4d6f2f2245d2d999b646f50a8095f5");
    }

    @Test
    void areFoundInTheSubfolderItself() {
        assertThat(Datasets.load("advbench", SharedData.path("harmbench")).name())
                .isEqualTo("advbench");
    }

    private static Path folder() {
        SharedData.path("harmbench");
        return SharedData.path("safetext").resolve("..").normalize();
    }

    private static List<Behavior> read(String name) {
        try (Stream<Behavior> behaviors = Datasets.load(name, folder()).behaviors()) {
            return behaviors.toList();
        }
    }

    private static Set<String> ids(String name) {
        return read(name).stream().map(Behavior::id).collect(Collectors.toSet());
    }

    private static List<Behavior> only(List<Behavior> behaviors, FunctionalCategory category) {
        return behaviors.stream()
                .filter(behavior -> behavior.functionalCategory() == category)
                .toList();
    }

    private static <T, K> Map<K, Long> count(List<T> values, Function<T, K> key) {
        return values.stream().collect(Collectors.groupingBy(key, Collectors.counting()));
    }
}
