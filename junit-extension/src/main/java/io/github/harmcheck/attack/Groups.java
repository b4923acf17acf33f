package io.github.harmcheck.attack;

/** The names of the built-in groups. */
final class Groups {
    /** Every static attack on harmful requests that needs no input of the user. */
    static final String ALL_STATIC = "all-static";

    static final String ENCODINGS = "encodings";

    static final String ADVICE = "advice";

    private Groups() {}
}
