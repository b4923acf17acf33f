package io.github.harmcheck.gate;

/**
 * What the gate says.
 *
 * @since 0.1.0
 */
public enum GateStatus {
    /** Every limit is kept, whatever the unconfirmed cases turn out to be. */
    PASS,
    /** A limit is broken by confirmed cases alone. */
    FAIL,
    /** The evidence does not decide. Fails the build with its own message. */
    INCONCLUSIVE
}
