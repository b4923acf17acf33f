package io.github.harmcheck.recording;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A place where requests leave for a model, and can be answered from recordings instead. Of nested boundaries the outer
 * one records. Thread-safe.
 *
 * @since 0.1.0
 */
public final class RecordingBoundary {
    private static final AtomicBoolean OF_APP = new AtomicBoolean();
    private static final ThreadLocal<@Nullable Boolean> INSIDE = new ThreadLocal<>();

    private final boolean app;
    /** Where calls belong that are not about a known attempt, for a boundary with a mode of its own. */
    private final @Nullable RecordingRun own;

    private RecordingBoundary(boolean app, @Nullable RecordingRun own) {
        this.app = app;
        this.own = own;
        if (app) {
            OF_APP.set(true);
        }
    }

    /** Returns a boundary of the app under test that follows the campaign under way, else system properties. */
    public static RecordingBoundary ofApp() {
        return new RecordingBoundary(true, null);
    }

    /** Returns a boundary of the app under test with a mode and a folder of its own. */
    public static RecordingBoundary ofApp(RecordMode mode, Path folder) {
        return new RecordingBoundary(true, SystemRecording.run(mode, folder));
    }

    /** Returns a boundary of a helper model, which says nothing about the app. */
    public static RecordingBoundary ofHelper() {
        return new RecordingBoundary(false, null);
    }

    static boolean ofAppExists() {
        return OF_APP.get();
    }

    /**
     * Begins a call; {@link RecordedCall#recorded()} says whether it has an answer already, else the caller makes it and
     * says how it ended.
     *
     * @param request only asked for where it matters
     */
    public RecordedCall begin(String kind, Supplier<Map<String, ?>> request) {
        return beginJson(kind, () -> CanonicalJson.of(request.get()), null);
    }

    RecordedCall beginJson(String kind, Supplier<JsonNode> request, @Nullable String attemptId) {
        RecordedAttempt attempt = RecordingRun.attempt(attemptId).orElse(null);
        RecordingRun settings = own != null ? own : attempt == null ? RecordingRun.current() : attempt.run();
        RecordMode current = settings.mode();
        if (current == RecordMode.LIVE || INSIDE.get() != null) {
            return RecordedCall.PASSED;
        }
        RecordingRun run = attempt == null ? settings : attempt.run();
        String id = attempt == null
                ? Optional.ofNullable(attemptId)
                        .or(() -> io.github.harmcheck.core.CurrentAttempt.get().map(key -> key.id()))
                        .orElse(null)
                : attempt.id();
        return RecordedCall.of(kind, request.get(), current, settings.recordings(), run, attempt, id, app);
    }

    /**
     * Answers from a recording, or makes the call and records its answer.
     *
     * @throws MissingRecordingException where the mode is replay and nothing is recorded
     * @throws Exception what the call threw
     */
    public <T> T answer(Recordable<T> recordable) throws Exception {
        RecordedCall call = begin(recordable.kind(), recordable::request);
        Optional<Map<String, Object>> recorded = call.recorded();
        if (recorded.isPresent()) {
            return recordable.play(recorded.get());
        }
        T answer;
        try {
            answer = call.isPassed() ? recordable.call() : inside(recordable::call);
        } catch (Exception e) {
            recordable.writeFailure(e).ifPresentOrElse(call::record, call::failed);
            throw e;
        } catch (Error e) {
            call.failed();
            throw e;
        }
        if (!call.isPassed()) {
            recordable.write(answer).ifPresentOrElse(call::record, call::failed);
        }
        return answer;
    }

    private static <T> T inside(Callable<T> call) throws Exception {
        INSIDE.set(Boolean.TRUE);
        try {
            return call.call();
        } finally {
            INSIDE.remove();
        }
    }
}
