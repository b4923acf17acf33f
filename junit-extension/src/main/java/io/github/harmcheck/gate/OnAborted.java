package io.github.harmcheck.gate;

/**
 * What a campaign means that could not run because a precondition was missing, for example a key or a dataset.
 *
 * @since 0.1.0
 */
public enum OnAborted {
    /** The gate fails. The default. */
    FAIL,
    /** The gate is inconclusive. */
    INCONCLUSIVE,
    /** A warning is printed, and the test counts as having run. */
    IGNORE
}
