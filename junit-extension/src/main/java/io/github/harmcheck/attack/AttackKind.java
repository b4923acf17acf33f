package io.github.harmcheck.attack;

/**
 * How an attack of the catalogue relates to the published method it is named after.
 *
 * @since 0.1.0
 */
public enum AttackKind {
    /** The method itself, with its published settings as defaults. */
    NATIVE,

    /** A form of the method that needs no weights, gradients or logits of the app's model; its Javadoc says what differs. */
    BLACK_BOX_VARIANT,

    /** Plays test cases that were made elsewhere, for methods that need the weights of a model. */
    REPLAY
}
