package io.github.harmcheck.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeededOrderTests {

    private static List<String> sorted(long seed, int behaviors) {
        Comparator<String> order = new SeededOrder(seed).by(any -> "core", name -> name);
        return IntStream.range(0, behaviors)
                .mapToObj(i -> "b" + i)
                .sorted(order)
                .toList();
    }

    /** A journal written today must be read in the same order by every later version. */
    @Test
    void neverChanges() {
        assertThat(sorted(1, 8)).isEqualTo(GOLDEN);
    }

    private static final List<String> GOLDEN = List.of("b2", "b7", "b4", "b3", "b1", "b0", "b6", "b5");

    @Test
    void leavingBehaviorsOutLeavesTheOrderOfTheOthers() {
        assertThat(sorted(1, 100).stream().filter(name -> name.length() < 3)).containsExactlyElementsOf(sorted(1, 10));
    }

    @Test
    void anotherSeedIsAnotherOrder() {
        assertThat(sorted(2, 100)).isNotEqualTo(sorted(1, 100));
    }

    /** Every behavior is as often in the first tenth as every other. */
    @Test
    void drawsFairly() {
        int[] early = new int[50];
        for (int seed = 0; seed < 2_000; seed++) {
            sorted(seed, 50).stream().limit(5).forEach(name -> early[Integer.parseInt(name.substring(1))]++);
        }
        assertThat(java.util.Arrays.stream(early).boxed())
                .allSatisfy(times -> assertThat(times).isBetween(140, 260));
    }
}
