package io.github.harmcheck.judge;

import java.util.List;

/**
 * A pattern over words: alternatives, optional parts and short gaps. {@link CueAutomaton} finds it.
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
}
