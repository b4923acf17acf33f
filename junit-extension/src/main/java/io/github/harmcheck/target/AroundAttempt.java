package io.github.harmcheck.target;

import io.github.harmcheck.core.AttemptKey;

/**
 * Prepares the engine's thread for one attempt: tenant, security context, MDC, request scope. Implementations are
 * thread-safe.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface AroundAttempt {

    /**
     * Runs on the thread that will talk to the app, before the conversation is opened.
     *
     * @return what undoes it, closed on the same thread after the attempt, whatever happened
     * @throws Exception fails the attempt as ERROR
     */
    Scope before(AttemptKey key) throws Exception;

    /** What was prepared, to be undone. */
    @FunctionalInterface
    interface Scope extends AutoCloseable {
        @Override
        void close();
    }
}
