package io.github.harmcheck.dataset;

/**
 * A known dataset is not on this machine: a precondition that is not met rather than bad input. The message says what
 * to do.
 *
 * @since 0.1.0
 */
public class DatasetMissingException extends DatasetException {
    private static final long serialVersionUID = 1L;

    public DatasetMissingException(String message) {
        super(message);
    }
}
