package io.github.harmcheck.recording;

/**
 * Thrown in {@link RecordMode#REPLAY} for a request that was not recorded. The message names the attempt and what is
 * different from the nearest recording of the same attempt. The campaign remembers it whatever the app makes of it.
 *
 * @since 0.1.0
 */
public final class MissingRecordingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Creates the exception. */
    public MissingRecordingException(String message) {
        super(message);
    }
}
