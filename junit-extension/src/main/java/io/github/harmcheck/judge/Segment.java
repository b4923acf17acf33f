package io.github.harmcheck.judge;

import java.util.List;

/**
 * What one speaker says in a reply. A reply without persona labels is one segment.
 *
 * @param speaker the persona's label as written, or an empty text
 * @param sentences what it says, code left out
 * @param codeLines lines inside code fences
 */
record Segment(String speaker, List<Sentence> sentences, int codeLines) {
    Segment {
        sentences = List.copyOf(sentences);
    }

    /** Returns the number of words. */
    int length() {
        return sentences.stream().mapToInt(Sentence::length).sum();
    }
}
