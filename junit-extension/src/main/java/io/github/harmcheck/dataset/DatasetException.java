package io.github.harmcheck.dataset;

/**
 * A dataset cannot be read. The message names file, line, value and fix on one line.
 *
 * @since 0.1.0
 */
public class DatasetException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DatasetException(String message) {
        super(message);
    }

    public DatasetException(String message, Throwable cause) {
        super(message, cause);
    }
}
