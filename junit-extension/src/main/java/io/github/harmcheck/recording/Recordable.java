package io.github.harmcheck.recording;

import java.util.Map;
import java.util.Optional;

/**
 * A call whose answer can be recorded. Requests and answers are maps of texts, numbers, booleans, lists and maps.
 *
 * @param <T> what it answers
 * @since 0.1.0
 */
public interface Recordable<T> {
    /** Returns what answers, for example {@code chat}. */
    String kind();

    /** Returns all that decides the answer. */
    Map<String, ?> request();

    /** Makes the call. */
    T call() throws Exception;

    /** Returns the answer as it is recorded, or empty where this one is not. */
    Optional<Map<String, ?>> write(T answer);

    /** Returns a failure that is an answer, such as a content filter's, as it is recorded; none by default. */
    default Optional<Map<String, ?>> writeFailure(Exception failure) {
        return Optional.empty();
    }

    /**
     * Returns what was recorded.
     *
     * @throws Exception where a failure was recorded
     */
    T play(Map<String, Object> recorded) throws Exception;
}
