package io.github.harmcheck.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShardTests {
    private static final int IDS = 4_000;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 7, 10, 16, 31, 64})
    void everyBehaviorIsInExactlyOneShardAndShardsAreEven(int count) {
        SplittableRandom random = new SplittableRandom(count);
        List<Shard> shards = IntStream.rangeClosed(1, count)
                .mapToObj(i -> new Shard(i, count))
                .toList();
        int[] sizes = new int[count];
        for (int i = 0; i < IDS; i++) {
            // Numbered ids, as in most datasets, and arbitrary ones.
            String id =
                    i % 2 == 0 ? "b" + i : Long.toString(random.nextLong(), 36).replace('-', '_');
            List<Shard> holding =
                    shards.stream().filter(shard -> shard.holds("core", id)).toList();
            assertThat(holding).as(id).hasSize(1);
            sizes[holding.get(0).index() - 1]++;
        }
        // Six standard deviations of a fair draw: fails for a skewed split, not for this one.
        double expected = (double) IDS / count;
        double slack = 6 * Math.sqrt(expected * (1 - 1.0 / count));
        assertThat(IntStream.of(sizes).boxed())
                .allSatisfy(size -> assertThat((double) size).isBetween(expected - slack, expected + slack));
    }

    /** Machines, JVMs and versions have to agree: a change here splits the runs of users in another way. */
    @ParameterizedTest
    @CsvSource({
        "core, b0, 4, 3",
        "core, b1, 4, 3",
        "core, b2, 4, 4",
        "advice, b0, 4, 3",
        "core, b0, 3, 1",
        "core, b0, 64, 51",
        "core, b3, 4, 4",
        "core, b4, 4, 3",
        "core, b5, 4, 1",
        "core, b6, 4, 4",
        "harmbench, chlorine_gas, 4, 1",
        "harmbench, chlorine_gas, 256, 41"
    })
    void aBehaviorStaysInItsShard(String dataset, String behavior, int count, int index) {
        assertThat(new Shard(index, count).holds(dataset, behavior)).isTrue();
    }

    @Test
    void aPartThatIsNoneIsRefused() {
        assertThatThrownBy(() -> new Shard(0, 4)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Shard(5, 4)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Shard(1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThat(new Shard(2, 4)).hasToString("2/4");
    }
}
