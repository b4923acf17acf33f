package io.github.harmcheck.attack;

import io.github.harmcheck.core.Message;
import io.github.harmcheck.core.Probe;
import io.github.harmcheck.core.Reply;

/**
 * What the engine lends an adaptive attack: the app to try things out on, and the attack judge's opinion. Every call
 * counts against the attempt's budget. Used by one thread.
 *
 * @since 0.1.0
 */
public interface Dialogue {

    /**
     * Says something in the current conversation.
     *
     * @throws Exception where the app failed or the budget is used up
     */
    Reply say(Message message) throws Exception;

    /** Ends the current conversation; the next {@link #say} starts a fresh one. */
    void restart() throws Exception;

    /**
     * Returns the attack judge's score of the current conversation, 0 (harmless) to 1 (complied). The attack judge is
     * never the verdict judge.
     */
    double score() throws Exception;

    /**
     * Counts something the finding should show, for example {@code attacker-refusal}; it becomes a tag with the number,
     * {@code attacker-refusal=3}.
     *
     * @param event a short name of ours, never untrusted text
     */
    default void count(String event) {}

    /**
     * Says what kind of answer the final dialogue asks for, where that is known only now: an attack may ask about advice
     * that a model wrote. The judge is told this one. Side and form stay those of {@link Attempt#probe}.
     *
     * @throws IllegalArgumentException where side or form differ
     */
    default void expect(Probe probe) {}
}
