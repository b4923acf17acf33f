package io.github.harmcheck.jupiter;

/** Fails a node or a template with one line, without a stack trace, which would lead only into the extension. */
final class OneLineError extends AssertionError {
    private static final long serialVersionUID = 1L;

    OneLineError(String line) {
        super(line);
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
