package io.github.harmcheck.target;

/**
 * Thrown where a reply broke off while it was streamed. Recorded as ERROR; what had been said is kept.
 *
 * @since 0.1.0
 */
public final class BrokenReplyException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String partialText;

    /**
     * Creates the exception.
     *
     * @param partialText what the reply had said before it broke, may be empty; untrusted text, not part of the message
     * @param cause why it broke
     */
    public BrokenReplyException(String partialText, Throwable cause) {
        super("the reply broke off after " + partialText.length() + " characters", cause);
        this.partialText = partialText;
    }

    /** Returns what the reply had said, fit for {@link io.github.harmcheck.core.Reply#partialText()}. */
    public String partialText() {
        return partialText;
    }
}
