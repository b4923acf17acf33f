package io.github.harmcheck.attack.adaptive;

/**
 * The helper model did not do its part: there is none, or it refused, was blocked or answered in the wrong form more often
 * than the attack allows. The attempt ends as ERROR with this reason; it never goes on without the model.
 */
final class AttackerException extends Exception {
    private static final long serialVersionUID = 1L;

    AttackerException(String message) {
        super(message);
    }
}
