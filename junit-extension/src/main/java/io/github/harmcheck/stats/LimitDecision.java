package io.github.harmcheck.stats;

/**
 * What is known of a mean and its limit.
 *
 * @since 0.1.0
 */
public enum LimitDecision {
    /** The mean is above the limit. */
    ABOVE,
    /** The mean is not above the limit. */
    WITHIN,
    /** Neither is shown yet. */
    OPEN
}
