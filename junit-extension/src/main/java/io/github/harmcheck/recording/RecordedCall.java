package io.github.harmcheck.recording;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.harmcheck.internal.Json;
import io.github.harmcheck.internal.Texts;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One call at a boundary. {@link #recorded()} is asked once; where it is empty the caller makes the call, and then says
 * {@link #record} or {@link #failed}, from any thread.
 *
 * @since 0.1.0
 */
public final class RecordedCall {
    /** A call that is neither recorded nor played. */
    static final RecordedCall PASSED = new RecordedCall();

    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

    private final @Nullable Recorded state;

    private RecordedCall() {
        this.state = null;
    }

    private RecordedCall(Recorded state) {
        this.state = state;
    }

    static RecordedCall of(
            String kind,
            JsonNode request,
            RecordMode mode,
            Recordings recordings,
            RecordingRun run,
            @Nullable RecordedAttempt attempt,
            @Nullable String attemptId,
            boolean app) {
        String hash = RecordingKey.hash(request);
        Occurrences occurrences = attempt == null ? run.occurrences() : attempt.occurrences();
        String counted = kind + ' ' + (attempt == null && attemptId != null ? attemptId + ' ' : "") + hash;
        RecordingKey key = new RecordingKey(kind, attemptId, occurrences.take(counted), hash);
        return new RecordedCall(new Recorded(request, mode, recordings, run, attempt, app, occurrences, counted, key));
    }

    /** Returns whether the call is none of our business. */
    boolean isPassed() {
        return state == null;
    }

    /**
     * Returns the recorded answer, or empty where the call is to be made.
     *
     * @throws MissingRecordingException where the mode is replay and nothing is recorded
     */
    public Optional<Map<String, Object>> recorded() {
        return recordedJson().map(answer -> Json.MAPPER.convertValue(answer, MAP));
    }

    Optional<JsonNode> recordedJson() {
        return state == null ? Optional.empty() : state.recorded();
    }

    /** Records the answer. */
    public void record(Map<String, ?> answer) {
        if (state != null) {
            state.record(CanonicalJson.answer(answer));
        }
    }

    /** Says that the call failed: nothing is recorded, and the same request is the same one again. */
    public void failed() {
        if (state != null) {
            state.giveBack();
        }
    }

    private record Recorded(
            JsonNode request,
            RecordMode mode,
            Recordings recordings,
            RecordingRun run,
            @Nullable RecordedAttempt attempt,
            boolean app,
            Occurrences occurrences,
            String counted,
            RecordingKey key) {

        Optional<JsonNode> recorded() {
            String fault = null;
            try {
                Optional<Recording> recording =
                        mode == RecordMode.RECORD && !recordings.isFresh(key) ? Optional.empty() : recordings.read(key);
                if (recording.isPresent()) {
                    run.use(key.hash());
                    countPlayed();
                    return Optional.of(recording.get().answer());
                }
            } catch (IOException e) {
                fault = String.valueOf(e.getMessage());
            }
            if (mode == RecordMode.REPLAY) {
                throw miss(fault);
            }
            if (fault != null) {
                RecordingLog.warn(Texts.oneLine(fault, 1_000) + "; it is called and recorded again now");
            }
            if (attempt != null) {
                attempt.countCalled();
            }
            return Optional.empty();
        }

        private void countPlayed() {
            if (attempt != null) {
                attempt.countPlayed();
            }
            if (app) {
                run.countPlayed();
            }
        }

        private MissingRecordingException miss(@Nullable String fault) {
            giveBack();
            String about = key.attempt() == null ? "a call of no known attempt" : key.attempt();
            String message = about + ": " + (fault == null ? difference() : Texts.oneLine(fault, 1_000));
            if (attempt == null) {
                RecordingRun.underWay().forEach(each -> each.miss(null, message));
                if (RecordingRun.underWay().isEmpty()) {
                    run.miss(null, message);
                }
            } else {
                run.miss(attempt, message);
            }
            return new MissingRecordingException(
                    message + " (harmcheck.mode = replay never calls: record what is missing"
                            + " with -Dharmcheck.mode=auto; recordings: " + recordings.folder() + ")");
        }

        private String difference() {
            String attemptId = key.attempt();
            List<Recording> same = attemptId == null ? List.of() : recordings.ofAttempt(key.kind(), attemptId);
            return RequestDifference.describe(request, same)
                    .orElse("nothing is recorded for " + (attemptId == null ? "this request" : "this attempt"));
        }

        void record(JsonNode answer) {
            if (attempt == null) {
                write(answer);
            } else {
                attempt.write(() -> write(answer));
            }
        }

        private void write(JsonNode answer) {
            try {
                recordings.write(key, Recording.of(key, request, answer));
            } catch (IOException e) {
                run.unwritable(recordings.folder() + ": " + Texts.oneLine(String.valueOf(e), 300));
                return;
            }
            run.use(key.hash());
        }

        void giveBack() {
            occurrences.giveBack(counted, key.occurrence());
        }
    }
}
