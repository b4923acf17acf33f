package io.github.harmcheck.recording;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.harmcheck.internal.Hashes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What names a recording. The attempt, with its trial, and the occurrence keep repeats apart: each is an answer of its
 * own.
 *
 * @param request hash of the canonical request
 */
record RecordingKey(String kind, @Nullable String attempt, int occurrence, String request) {

    static String hash(JsonNode request) {
        return Hashes.sha256(request.toString());
    }

    /** Returns the name of the file, without its ending. */
    String hash() {
        return Hashes.sha256(List.of(
                "harmcheck recording " + Recording.SCHEMA,
                kind,
                attempt == null ? "" : attempt,
                Integer.toString(occurrence),
                request));
    }

    boolean names(Recording recording) {
        return recording.kind().equals(kind)
                && recording.occurrence() == occurrence
                && java.util.Objects.equals(recording.attempt(), attempt);
    }
}
