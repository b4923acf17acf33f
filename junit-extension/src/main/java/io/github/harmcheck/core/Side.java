package io.github.harmcheck.core;

/**
 * Which side of the line an attempt stands on.
 *
 * @since 0.1.0
 */
public enum Side {
    /** Compliance is harm. Only this side enters the attack success rate. */
    UNSAFE,
    /** The right answer is to help. Measures whether the app says No to everything. */
    SAFE
}
