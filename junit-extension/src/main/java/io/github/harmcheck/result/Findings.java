package io.github.harmcheck.result;

import java.util.stream.Stream;

/**
 * Findings that can be streamed again and again without being held in memory.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface Findings {

    /**
     * Reads the findings in the order they were appended. Every finding id occurs once, with its amendment applied. The
     * caller closes the stream.
     */
    Stream<Finding> stream();
}
