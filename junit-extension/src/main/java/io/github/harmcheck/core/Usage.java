package io.github.harmcheck.core;

import org.jspecify.annotations.Nullable;

/**
 * What calls to models cost.
 *
 * @param calls number of calls
 * @param inputTokens tokens sent, or null where the provider did not say
 * @param outputTokens tokens received, or null where the provider did not say
 * @since 0.1.0
 */
public record Usage(
        int calls, @Nullable Long inputTokens, @Nullable Long outputTokens) {

    /** No call at all. */
    public static final Usage NONE = new Usage(0, null, null);

    /** Returns the sum; a count unknown on one side only is the other side's. */
    public Usage plus(Usage other) {
        return new Usage(
                calls + other.calls, sum(inputTokens, other.inputTokens), sum(outputTokens, other.outputTokens));
    }

    private static @Nullable Long sum(@Nullable Long a, @Nullable Long b) {
        if (a == null) {
            return b;
        }
        return b == null ? a : Long.valueOf(a + b);
    }
}
