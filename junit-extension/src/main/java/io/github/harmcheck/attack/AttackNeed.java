package io.github.harmcheck.attack;

/**
 * What must be configured before an attack can run.
 *
 * @since 0.1.0
 */
public enum AttackNeed {
    /** A model that writes for the attacker. */
    ATTACKER,

    /** A judge that scores replies while the attack searches; never the verdict judge. */
    ATTACK_JUDGE,

    /** A model that translates; the attacker model where no other is set. */
    TRANSLATOR,

    /** A file that an option names. */
    FILE,

    /** An app that takes images. */
    IMAGES,

    /** A place in the app that the attack's text reaches through its own retriever or tool. */
    CARRIER
}
