package io.github.harmcheck.target;

/**
 * Thrown where the app returned null. Recorded as ERROR: nothing is not a refusal.
 *
 * @since 0.1.0
 */
public final class NullReplyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Creates the exception. */
    public NullReplyException() {
        super("the app returned null");
    }
}
