package io.github.harmcheck.jupiter;

import org.opentest4j.TestAbortedException;

/** Aborts a node with a reason. Without a stack trace: a run may abort thousands. */
final class NodeAborted extends TestAbortedException {
    private static final long serialVersionUID = 1L;

    NodeAborted(String reason) {
        super(reason);
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
