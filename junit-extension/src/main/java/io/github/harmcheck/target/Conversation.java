package io.github.harmcheck.target;

import io.github.harmcheck.core.Message;
import io.github.harmcheck.core.Reply;
import java.time.Duration;
import java.util.Optional;

/**
 * One dialogue with the app, used by one thread.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface Conversation extends AutoCloseable {

    /**
     * Says something to the app and waits for its reply.
     *
     * @param message what the attacker says
     * @return the reply; a guardrail or content filter is {@link Reply#blockedBy()}, not an exception
     * @throws Exception a timeout, a server error, a malformed body, any failure of the app: recorded as ERROR with this
     *     cause
     */
    Reply say(Message message) throws Exception;

    /**
     * Returns whether a turn that the app turned away left no trace, so that it can be said again here. Where it did, the
     * dialogue is played again from its start in a fresh conversation. A conversation without a successful turn is always
     * replaced by a fresh one.
     */
    default boolean forgetsFailedTurns() {
        return true;
    }

    /**
     * Returns how long the endpoint wants to be left alone, as it said with the last reply, or empty where it takes more
     * calls or does not say.
     */
    default Optional<Duration> pause() {
        return Optional.empty();
    }

    /** Ends the dialogue; called exactly once, also after a failure. */
    @Override
    default void close() {}
}
