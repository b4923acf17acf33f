package io.github.harmcheck.attack.encoding;

import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** Loops over the code points of texts. */
final class CodePoints {
    private CodePoints() {}

    /** Returns the text with every code point replaced. */
    static String map(String text, IntUnaryOperator replacement) {
        StringBuilder mapped = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            int codePoint = text.codePointAt(i);
            mapped.appendCodePoint(replacement.applyAsInt(codePoint));
            i += Character.charCount(codePoint);
        }
        return mapped.toString();
    }

    /** Returns the text without some code points. */
    static String without(String text, IntPredicate dropped) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().filter(dropped.negate()).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    /** Returns whether a text has at least so many code points of a kind. */
    static boolean atLeast(int count, String text, IntPredicate kind) {
        return text.codePoints().filter(kind).limit(count).count() == count;
    }

    /** Returns so many code points one after the other. */
    static int[] range(int first, int count) {
        return IntStream.range(first, first + count).toArray();
    }
}
