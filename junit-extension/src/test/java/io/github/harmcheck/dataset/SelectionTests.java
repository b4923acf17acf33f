package io.github.harmcheck.dataset;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.harmcheck.core.Behavior;
import io.github.harmcheck.core.FunctionalCategory;
import io.github.harmcheck.testing.SharedData;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SelectionTests {
    private static final Set<FunctionalCategory> ANY = Set.of();
    private static final Set<String> ALL = Set.of();

    private final BehaviorDataset small = MemorySource.dataset("small.jsonl", """
            {"id":"a","behavior":"x","semanticCategory":"illegal","tags":["one","two"],"split":"dev"}
            {"id":"b","behavior":"x","semanticCategory":"illegal","context":"c","tags":["two"],"split":"test"}
            {"id":"c","behavior":"x","semanticCategory":"harmful","tags":["three"],"split":"test"}
            {"id":"d","behavior":"x","semanticCategory":"harmful"}
            """);

    @Test
    void keepsWhatTheConditionsName() {
        assertThat(ids(small.select(selection(Set.of(FunctionalCategory.CONTEXTUAL), ALL, ALL, ALL, null))))
                .containsExactly("b");
        assertThat(ids(small.select(selection(ANY, Set.of("harmful"), ALL, ALL, null))))
                .containsExactly("c", "d");
        assertThat(ids(small.select(selection(ANY, ALL, Set.of("one", "three"), ALL, null))))
                .containsExactly("a", "c");
        assertThat(ids(small.select(selection(ANY, ALL, ALL, Set.of("d", "a"), null))))
                .containsExactly("a", "d");
        assertThat(ids(small.select(selection(ANY, ALL, ALL, ALL, "test")))).containsExactly("b", "c");
        assertThat(ids(small.select(selection(ANY, Set.of("illegal"), Set.of("two"), ALL, "test"))))
                .containsExactly("b");
    }

    @Test
    void keepsNameAndChecksum() {
        BehaviorDataset part = small.select(selection(ANY, Set.of("harmful"), ALL, ALL, null));

        assertThat(part.name()).isEqualTo("small");
        assertThat(part.sha256()).isEqualTo(small.sha256());
    }

    @Test
    void selectsFromASelection() {
        BehaviorDataset part = small.select(selection(ANY, Set.of("illegal"), ALL, ALL, null));

        assertThat(ids(part.select(selection(ANY, ALL, Set.of("two"), ALL, "dev"))))
                .containsExactly("a");
        assertThatExceptionOfType(DatasetException.class)
                .isThrownBy(() -> part.select(selection(ANY, ALL, ALL, Set.of("c"), null)))
                .withMessageContaining("the id \"c\", which no behavior has");
    }

    @Test
    void theEmptySelectionReadsNothingAhead() {
        assertThat(small.select(Selection.ALL)).isSameAs(small);
    }

    @Test
    void aValueThatNoBehaviorHasIsAnError() {
        assertWrong(
                selection(ANY, ALL, ALL, Set.of("a", "bb"), null),
                "small: the selection names the id \"bb\", which no behavior has; did you mean \"b\"?; there are a, b, c,"
                        + " d");
        assertWrong(
                selection(ANY, Set.of("harmfull"), ALL, ALL, null),
                "small: the selection names the semantic category \"harmfull\", which no behavior has; did you mean"
                        + " \"harmful\"?; there are harmful, illegal");
        assertWrong(
                selection(Set.of(FunctionalCategory.COPYRIGHT), ALL, ALL, ALL, null),
                "small: the selection names the functional category \"copyright\", which no behavior has; there are"
                        + " contextual, standard");
        assertWrong(
                selection(ANY, ALL, Set.of("fourth"), ALL, null),
                "small: the selection names the tag \"fourth\", which no behavior has; there are one, three, two");
        assertWrong(
                selection(ANY, ALL, ALL, ALL, "tests"),
                "small: the selection names the split \"tests\", which no behavior has; did you mean \"test\"?; there"
                        + " are dev, test");
    }

    @Test
    void aSplitOfADatasetWithoutSplitsIsAnError() {
        BehaviorDataset plain = MemorySource.dataset("plain.csv", "goal,target\nx,y\n");

        assertThatExceptionOfType(DatasetException.class)
                .isThrownBy(() -> plain.select(selection(ANY, ALL, ALL, ALL, "val")))
                .withMessage("plain: the selection names the split \"val\", which no behavior has; there are none");
    }

    @Test
    void conditionsThatKeepNothingTogetherAreAnError() {
        assertWrong(
                selection(Set.of(FunctionalCategory.CONTEXTUAL), Set.of("harmful"), Set.of("one", "two"), ALL, "test"),
                "small: no behavior has all of functional category contextual, semantic category harmful, tag one or two,"
                        + " split test; leave one condition out");
    }

    @Test
    void aSampleHasItsSizeAndTheOrderOfTheFile() {
        BehaviorDataset big = generated(1000);
        List<String> order = ids(big);

        for (int size : new int[] {1, 2, 7, 30, 999, 1000, 5000}) {
            List<String> sample = ids(big.select(sample(size, 1)));
            assertThat(sample).hasSize(Math.min(size, 1000)).doesNotHaveDuplicates();
            assertThat(sample).isSortedAccordingTo((a, b) -> Integer.compare(order.indexOf(a), order.indexOf(b)));
        }
    }

    @Test
    void aSampleIsTheSameForTheSameSeedOnly() {
        BehaviorDataset big = generated(1000);

        assertThat(ids(big.select(sample(30, 7)))).isEqualTo(ids(big.select(sample(30, 7))));
        assertThat(ids(big.select(sample(30, 7)))).isNotEqualTo(ids(big.select(sample(30, 8))));
    }

    @Test
    void aSampleIsDrawnAfterTheConditions() {
        BehaviorDataset big = generated(1000);

        try (Stream<Behavior> part = big.select(new Selection(ANY, Set.of("illegal"), ALL, ALL, null, 50, 3))
                .behaviors()) {
            assertThat(part)
                    .hasSize(50)
                    .allMatch(behavior -> behavior.semanticCategory().equals("illegal"));
        }
    }

    @Test
    void everyBehaviorIsDrawnAboutEquallyOften() {
        List<StratifiedSample.Candidate> candidates = IntStream.range(0, 40)
                .mapToObj(i -> new StratifiedSample.Candidate("b" + i, i < 10 ? "x" : "y"))
                .toList();
        Map<String, Integer> drawn = new HashMap<>();
        for (int seed = 0; seed < 4000; seed++) {
            StratifiedSample.draw(candidates, 10, seed).forEach(id -> drawn.merge(id, 1, Integer::sum));
        }

        // Binomial(4000, 1/4): mean 1000, standard deviation 27; the seeds are fixed, so this cannot flicker.
        assertThat(drawn)
                .hasSize(40)
                .allSatisfy((id, times) -> assertThat(times).isBetween(860, 1140));
    }

    @Test
    void sharesAreRoundedByLargestRemainder() {
        // Shares of 7 among 10, 6 and 4 of 20: 3.5, 2.1 and 1.4; the half goes up.
        assertThat(strata(7, Map.of("x", 10, "y", 6, "z", 4)))
                .containsOnly(entry("x", 4L), entry("y", 2L), entry("z", 1L));
        // Shares of 10 among 1, 1 and 18: 0.5, 0.5 and 9: one of the small ones, by seed.
        assertThat(strata(10, Map.of("x", 1, "y", 1, "z", 18)))
                .containsEntry("z", 9L)
                .hasSize(2);
    }

    @Test
    void addingABehaviorChangesASampleByLittle() {
        Set<String> before = Set.copyOf(ids(generated(1000).select(sample(100, 5))));
        Set<String> after = Set.copyOf(ids(generated(1001).select(sample(100, 5))));

        assertThat(before.stream().filter(after::contains)).hasSizeGreaterThanOrEqualTo(95);
    }

    @Test
    void harmBenchSampleHasItsProportions() {
        SharedData.path("harmbench/harmbench_behaviors_text_all.csv");
        BehaviorDataset part =
                Datasets.load("harmbench-text", SharedData.path("harmbench")).select(sample(40, 1));

        try (Stream<Behavior> behaviors = part.behaviors()) {
            Map<String, Long> counts =
                    behaviors.collect(Collectors.groupingBy(Behavior::semanticCategory, Collectors.counting()));
            // 10 % of 67, 65, 65, 56, 25, 22 and 100: 35 whole ones, and the five largest remainders.
            assertThat(counts.get("copyright")).isEqualTo(10);
            assertThat(counts.get("cybercrime_intrusion")).isEqualTo(7);
            assertThat(counts.get("chemical_biological")).isEqualTo(6);
            assertThat(counts.get("harmful")).isEqualTo(2);
            assertThat(counts.values().stream().mapToLong(Long::longValue).sum())
                    .isEqualTo(40);
        }
    }

    @Test
    void aFileThatChangedBetweenTheReadingsIsAnError() {
        List<String> content = new java.util.ArrayList<>(List.of("goal,target\n", "x,y\n", "z,y\n"));
        MemorySource source = new MemorySource("a.csv", content);
        BehaviorDataset part = MemorySource.dataset(source).select(selection(ANY, ALL, ALL, Set.of("row-2"), null));
        content.remove(2);

        assertThatExceptionOfType(DatasetException.class)
                .isThrownBy(() -> part.behaviors().forEach(behavior -> {}))
                .withMessage(
                        "a: only 0 of 1 selected behaviors are still there: the file changed while it was read; run"
                                + " again");
    }

    private void assertWrong(Selection selection, String message) {
        assertThatExceptionOfType(DatasetException.class)
                .isThrownBy(() -> small.select(selection))
                .withMessage(message);
    }

    private static Map<String, Long> strata(int sample, Map<String, Integer> sizes) {
        List<StratifiedSample.Candidate> candidates = sizes.entrySet().stream()
                .flatMap(entry -> IntStream.range(0, entry.getValue())
                        .mapToObj(i -> new StratifiedSample.Candidate(entry.getKey() + i, entry.getKey())))
                .toList();
        return StratifiedSample.draw(candidates, sample, 1).stream()
                .collect(Collectors.groupingBy(id -> id.substring(0, 1), Collectors.counting()));
    }

    private static BehaviorDataset generated(int rows) {
        List<String> categories = List.of("illegal", "harmful", "illegal", "cybercrime_intrusion", "illegal");
        return MemorySource.dataset(
                "big.jsonl",
                IntStream.range(0, rows)
                        .mapToObj(i -> "{\"id\":\"b" + i + "\",\"behavior\":\"x\",\"semanticCategory\":\""
                                + categories.get(i % 5) + "\"}\n")
                        .collect(Collectors.joining()));
    }

    private static Selection sample(int size, long seed) {
        return new Selection(ANY, ALL, ALL, ALL, null, size, seed);
    }

    private static Selection selection(
            Set<FunctionalCategory> functional,
            Set<String> semantic,
            Set<String> tags,
            Set<String> ids,
            @Nullable String split) {
        return new Selection(functional, semantic, tags, ids, split, null, 0);
    }

    private static List<String> ids(BehaviorDataset dataset) {
        try (Stream<Behavior> behaviors = dataset.behaviors()) {
            return behaviors.map(Behavior::id).toList();
        }
    }
}
