package io.github.harmcheck.target;

import io.github.harmcheck.core.AttemptKey;
import io.github.harmcheck.core.Message;
import java.util.Optional;

/**
 * The app under test. Every attempt opens a conversation of its own, so that attempts never see each other.
 * Implementations are thread-safe; {@link Targets} makes one from what a team has.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface Target {

    /**
     * Opens a fresh conversation.
     *
     * @param key the attempt it is for; a source of ids, not of behavior
     * @throws Exception where the app cannot be reached; recorded as ERROR
     */
    Conversation open(AttemptKey key) throws Exception;

    /** Returns the name reports use, {@code app} unless set by {@link Targets#named}. */
    default String name() {
        return "app";
    }

    /** Returns what identifies the endpoint whose concurrency is limited; targets that share one share its limit. */
    default String endpoint() {
        return name();
    }

    /**
     * Returns whether conversations send {@link Message#images()} to the app; false by default. Where they do not, an attack
     * with images ends as ERROR before it calls the app: an app that never saw the image has refused nothing.
     */
    default boolean takesImages() {
        return false;
    }

    /**
     * Returns the hash of all that decides what the app answers besides what it is asked, or empty where nobody declared
     * it. With it, replies may be recorded and played without running the app; see {@link Targets#fingerprinted}.
     */
    default Optional<String> fingerprint() {
        return Optional.empty();
    }
}
