package io.github.harmcheck.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The numbers were computed with numpy by datasketch's formula: seed 1, 128 functions, SHA-1's first four bytes. */
class MinHashTests {

    @Test
    void makesDatasketchsSignatures() {
        int[] fox = signature("the quick brown fox jumps over the lazy dog");
        int[] umlauts = signature("Gr\u00f6\u00dfe \u00fcber alles");

        assertThat(unsigned(fox, 0, 1, 2, 3, 127))
                .containsExactly(407326892L, 34383241L, 44059036L, 1119886979L, 108137345L);
        assertThat(Arrays.stream(fox).mapToLong(Integer::toUnsignedLong).sum()).isEqualTo(67429544194L);
        assertThat(unsigned(umlauts, 0, 1, 2)).containsExactly(1219080990L, 2674738274L, 92623747L);
    }

    @Test
    void estimatesTheShareOfWordsInCommon() {
        int[] one = signature("the quick brown fox jumps over the lazy dog");
        int[] other = signature("The quick brown fox leaps over the sleepy dog");

        assertThat(MinHash.equal(one, 0, other, 0, 0)).isEqualTo(73); // truly 6 of 11 words: 0.55, estimated 0.57
        assertThat(MinHash.equal(one, 0, one, 0, 0)).isEqualTo(MinHash.SIZE);
        assertThat(MinHash.equal(one, 0, other, 0, 80)).as("given up early").isLessThanOrEqualTo(80);
    }

    @Test
    void cutsWindowsAsHarmBenchDoes() {
        for (CopyrightReference.Kind kind : CopyrightReference.Kind.values()) {
            int overlap = kind.window - kind.step;
            for (int words : List.of(1, overlap - 1, overlap, overlap + 1, kind.window, kind.window + 1, 1_234)) {
                int expected = (int) IntStream.iterate(
                                0, start -> start < Math.max(1, words - overlap), start -> start + kind.step)
                        .count();
                TextWindows windows = new TextWindows(kind);
                IntStream.range(0, words).forEach(i -> windows.add("w" + i));
                assertThat(windows.finish().windows())
                        .as("%d words, %s", words, kind)
                        .isEqualTo(expected);
            }
        }
    }

    private static int[] signature(String text) {
        MinHash hash = new MinHash();
        int[] signature = MinHash.empty();
        for (String word : text.split(" ", -1)) {
            hash.add(signature, word);
        }
        return signature;
    }

    private static Long[] unsigned(int[] signature, int... places) {
        return Arrays.stream(places)
                .mapToObj(place -> Integer.toUnsignedLong(signature[place]))
                .toArray(Long[]::new);
    }
}
