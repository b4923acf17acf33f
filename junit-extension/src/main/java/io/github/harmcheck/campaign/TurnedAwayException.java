package io.github.harmcheck.campaign;

/** An endpoint turned a call away as often as it may. The cause is the last answer. */
final class TurnedAwayException extends Exception {
    private static final long serialVersionUID = 1L;

    TurnedAwayException(String message, Throwable cause) {
        super(message, cause);
    }
}
