package io.github.harmcheck.attack;

/**
 * The names of the built-in groups.
 *
 * @since 0.1.0
 */
public final class Groups {
    /** Every static attack on harmful requests that needs no input of the user. */
    public static final String ALL_STATIC = "all-static";

    /** The static attacks that write the request in an encoding. */
    public static final String ENCODINGS = "encodings";

    /** The static attacks that put the request into a frame of words. */
    public static final String FRAMES = "frames";

    /** The attacks on everyday scenarios with safe and unsafe advice. */
    public static final String ADVICE = "advice";

    /** The three methods of ASSERT, with and without a model. */
    public static final String ASSERT = "assert";

    /** The three methods of ASSERT without a model. */
    public static final String ASSERT_OFFLINE = "assert-offline";

    private Groups() {}
}
