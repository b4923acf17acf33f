package io.github.harmcheck.attack;

import io.github.harmcheck.core.AttemptKey;
import io.github.harmcheck.core.Injection;
import io.github.harmcheck.core.Message;
import io.github.harmcheck.core.Probe;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One dialogue that tries to elicit one behavior. A static attempt knows its turns; an adaptive one first finds them by
 * talking to a {@link Dialogue}. Either way it hands in one list of turns, which the engine plays once in a fresh
 * conversation, and only that is judged.
 *
 * @since 0.1.0
 */
public interface Attempt {

    /** Returns the id of the variant, unique within attack and behavior: letters, digits, {@code . _ + -}. */
    String variant();

    /** Returns what kind of answer is asked for. */
    Probe probe();

    /**
     * Returns the turns to play.
     *
     * @param dialogue for adaptive attempts to try things out on; a static attempt does not touch it
     * @throws Exception where the attack failed, for example its attacker model; recorded as ERROR
     */
    List<Message> turns(Dialogue dialogue) throws Exception;

    /** Returns whether {@link #turns} talks to the dialogue. */
    default boolean adaptive() {
        return false;
    }

    /** Returns the most calls this attempt makes. */
    default Calls maxCalls() {
        return new Calls(1, 0, 0);
    }

    /**
     * Returns what is planted where the app reads while this attempt runs, the same at every call; nothing by default. An
     * attack that plants needs {@link AttackNeed#CARRIER}.
     *
     * @param key of the trial that is played
     */
    default Optional<Injection> injection(AttemptKey key) {
        return Optional.empty();
    }

    /** Returns what the attack does to the reply before it is judged, for example decode it. */
    default UnaryOperator<String> replyDecoder() {
        return UnaryOperator.identity();
    }

    /**
     * Calls by role.
     *
     * @param target to the app, the final dialogue included
     * @param attacker to the attacker model
     * @param judge to the attack judge
     */
    record Calls(int target, int attacker, int judge) {
        public Calls {
            if (target < 0 || attacker < 0 || judge < 0) {
                throw new IllegalArgumentException(
                        "calls are 0 or more, not " + target + ", " + attacker + " and " + judge);
            }
        }
    }

    /** Creates a static attempt of one user turn. */
    static Attempt of(String variant, Probe probe, String prompt) {
        return of(variant, probe, List.of(Message.user(prompt)), UnaryOperator.identity());
    }

    /** Creates a static attempt. */
    static Attempt of(String variant, Probe probe, List<Message> turns, UnaryOperator<String> replyDecoder) {
        return new StaticAttempt(variant, probe, List.copyOf(turns), replyDecoder);
    }
}
