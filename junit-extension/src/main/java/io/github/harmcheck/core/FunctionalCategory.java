package io.github.harmcheck.core;

import java.util.Locale;

/**
 * How a behavior is posed, in the terms of HarmBench (arXiv 2402.04249, section 4.1), plus {@link #ADVICE} for the
 * scenario and advice pairs of SafeText (arXiv 2210.10045).
 *
 * @since 0.1.0
 */
public enum FunctionalCategory {
    /** A request that stands alone. */
    STANDARD,
    /** A request that refers to a context string. */
    CONTEXTUAL,
    /** A request for copyrighted text. */
    COPYRIGHT,
    /** A request that refers to an image. */
    MULTIMODAL,
    /** An everyday scenario with safe and physically unsafe advice. */
    ADVICE;

    /** Returns the name as datasets write it: lower case, for example {@code contextual}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
