package io.github.harmcheck.recording;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * One answer as it lies in its file.
 *
 * @param schema version of the format
 * @param kind what answered: {@code chat}, {@code http}, {@code generator}, {@code target} or {@code verdict}
 * @param attempt id of the attempt, trial included, or null where it was not known
 * @param occurrence which of the equal requests of the attempt it answers, from 1
 * @param request the canonical request
 * @param answer what came back
 */
record Recording(int schema, String kind, @Nullable String attempt, int occurrence, JsonNode request, JsonNode answer) {
    static final int SCHEMA = 1;

    static Recording of(RecordingKey key, JsonNode request, JsonNode answer) {
        return new Recording(SCHEMA, key.kind(), key.attempt(), key.occurrence(), request, answer);
    }
}
