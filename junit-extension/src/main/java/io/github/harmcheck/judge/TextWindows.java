package io.github.harmcheck.judge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Makes the signatures of a text's windows. A window is made of as many whole steps as fit into it, so each word is hashed
 * once, however many windows it stands in. Not thread-safe.
 */
final class TextWindows {
    /** 25 MB of signatures. */
    private static final int MOST = 50_000;

    private final CopyrightReference.Kind kind;
    private final MinHash hash = new MinHash();
    private final List<int[]> steps = new ArrayList<>();
    private int words;

    TextWindows(CopyrightReference.Kind kind) {
        this.kind = kind;
    }

    /** A text of more windows than are kept; the message is its most words. */
    static final class TooManyException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooManyException(long words) {
            super(Long.toString(words));
        }
    }

    void add(String word) {
        if (words % kind.step == 0) {
            if (steps.size() == MOST) {
                throw new TooManyException((long) MOST * kind.step);
            }
            steps.add(MinHash.empty());
        }
        hash.add(steps.get(steps.size() - 1), word);
        words++;
    }

    /** Windows begin at 0, step, 2 x step ... before the words less the overlap of two windows, and at 0 at least. */
    Signatures finish() {
        int overlap = kind.window - kind.step;
        int starts = Math.max(1, words - overlap);
        int count = (starts + kind.step - 1) / kind.step;
        int[] signatures = new int[count * MinHash.SIZE];
        Arrays.fill(signatures, -1);
        for (int window = 0; window < count; window++) {
            int last = Math.min(steps.size(), window + kind.window / kind.step);
            for (int step = window; step < last; step++) {
                MinHash.unite(signatures, window * MinHash.SIZE, steps.get(step), 0);
            }
        }
        return new Signatures(signatures);
    }

    int words() {
        return words;
    }

    /** All that is kept of a text: 128 numbers for each of its windows. */
    static final class Signatures {
        private final int[] numbers;

        private Signatures(int[] numbers) {
            this.numbers = numbers;
        }

        int windows() {
            return numbers.length / MinHash.SIZE;
        }

        /** Returns in how many of 128 numbers the most alike windows of two texts are equal. */
        int mostEqual(Signatures other) {
            int most = 0;
            for (int one = 0; one < numbers.length; one += MinHash.SIZE) {
                for (int two = 0; two < other.numbers.length; two += MinHash.SIZE) {
                    most = Math.max(most, MinHash.equal(numbers, one, other.numbers, two, most));
                }
            }
            return most;
        }
    }
}
