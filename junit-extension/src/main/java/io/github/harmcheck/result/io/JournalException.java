package io.github.harmcheck.result.io;

import java.io.IOException;

/**
 * A journal cannot be believed. The message names file and line.
 *
 * @since 0.1.0
 */
public class JournalException extends IOException {
    private static final long serialVersionUID = 1L;

    public JournalException(String message) {
        super(message);
    }

    public JournalException(String message, Throwable cause) {
        super(message, cause);
    }
}
