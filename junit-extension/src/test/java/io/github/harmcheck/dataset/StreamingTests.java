package io.github.harmcheck.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.harmcheck.core.Behavior;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A dataset is not held in memory. */
class StreamingTests {
    private static final String LONG_TEXT = "x".repeat(100_000);

    @Test
    void theFirstBehaviorIsThereBeforeTheFileIsRead() {
        MemorySource source = file(3000);
        BehaviorDataset dataset = MemorySource.dataset(source);
        source.bytesRead = 0;

        try (Stream<Behavior> behaviors = dataset.behaviors()) {
            assertThat(behaviors.findFirst()).map(Behavior::id).hasValue("b0");
        }

        assertThat(source.bytesRead).isLessThan(200_000);
        assertThat(source.closed).isEqualTo(source.opened);
    }

    @Test
    void loadingReadsTheHeadOnly() {
        MemorySource source = file(3000);
        MemorySource.dataset(source);

        assertThat(source.bytesRead).isLessThan(300_000);
    }

    @Test
    void aBehaviorIsForgottenWhenTheNextIsRead() {
        List<WeakReference<Behavior>> seen = new ArrayList<>();
        try (Stream<Behavior> behaviors = MemorySource.dataset(file(50)).behaviors()) {
            Iterator<Behavior> iterator = behaviors.iterator();
            while (iterator.hasNext()) {
                seen.add(new WeakReference<>(iterator.next()));
            }
            System.gc();
            assertThat(seen).hasSize(50);
            assertThat(seen.stream().filter(each -> each.get() != null)).hasSizeLessThan(5);
        }
    }

    @Test
    void aSampleHoldsNoTexts() {
        // Half of the behaviors are 50 MB of text.
        long before = liveBytes();
        BehaviorDataset sample = MemorySource.dataset(file(1000))
                .select(new Selection(Set.of(), Set.of(), Set.of(), Set.of(), null, 500, 1));

        assertThat(liveBytes() - before).isLessThan(20_000_000);
        try (Stream<Behavior> behaviors = sample.behaviors()) {
            assertThat(behaviors.map(Behavior::id)).hasSize(500);
        }
    }

    @Test
    void aStreamThatIsReadToItsEndClosesItsFile() {
        MemorySource source = file(3);

        assertThat(MemorySource.dataset(source).behaviors().count()).isEqualTo(3);
        assertThat(source.closed).isEqualTo(source.opened);
    }

    private static long liveBytes() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static MemorySource file(int rows) {
        return new MemorySource(
                "big.jsonl",
                () -> IntStream.range(0, rows)
                        .mapToObj(i -> "{\"id\":\"b" + i + "\",\"behavior\":\"" + LONG_TEXT + "\"}\n")
                        .iterator());
    }
}
