package io.github.harmcheck.judge;

import java.util.List;

/**
 * A pattern over words: alternatives, optional parts and short gaps, tried at one place in a sentence. The work is
 * bounded by the pattern, not by the text.
 *
 * @param parts what follows what
 * @param atStart whether it must begin the sentence
 * @param source the pattern as the resource file writes it
 */
record Cue(List<Part> parts, boolean atStart, String source) {

    /** One part of a pattern. */
    sealed interface Part permits AnyOf, Gap {}

    /** One of several word sequences. */
    record AnyOf(List<List<String>> alternatives, boolean optional) implements Part {}

    /** Up to a number of arbitrary words. */
    record Gap(int most) implements Part {}

    Cue {
        parts = List.copyOf(parts);
    }

    /** Returns whether the pattern occurs in the words. */
    boolean in(List<String> words) {
        int last = atStart ? 0 : words.size() - 1;
        for (int start = 0; start <= last; start++) {
            if (matches(words, start)) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether the pattern begins at one word. */
    boolean matches(List<String> words, int start) {
        return matches(words, start, 0);
    }

    private boolean matches(List<String> words, int at, int partIndex) {
        if (partIndex == parts.size()) {
            return true;
        }
        Part part = parts.get(partIndex);
        if (part instanceof Gap gap) {
            for (int skipped = 0; skipped <= gap.most() && at + skipped <= words.size(); skipped++) {
                if (matches(words, at + skipped, partIndex + 1)) {
                    return true;
                }
            }
            return false;
        }
        AnyOf anyOf = (AnyOf) part;
        for (List<String> alternative : anyOf.alternatives()) {
            if (stands(alternative, words, at) && matches(words, at + alternative.size(), partIndex + 1)) {
                return true;
            }
        }
        return anyOf.optional() && matches(words, at, partIndex + 1);
    }

    /** Tried thousands of times for one reply, so it makes no list of the words it compares. */
    private static boolean stands(List<String> alternative, List<String> words, int at) {
        int size = alternative.size();
        if (at + size > words.size()) {
            return false;
        }
        for (int i = 0; i < size; i++) {
            if (!words.get(at + i).equals(alternative.get(i))) {
                return false;
            }
        }
        return true;
    }
}
