package io.github.harmcheck.recording;

import io.github.harmcheck.core.AttemptKey;
import io.github.harmcheck.core.CurrentAttempt;
import io.github.harmcheck.internal.Texts;
import io.github.harmcheck.judge.Judge;
import io.github.harmcheck.llm.TextGenerator;
import io.github.harmcheck.target.Target;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What one campaign records and plays. Recording models and proxies find it through the attempt of their thread, or where
 * they are called on another one, by its being the campaign under way. Thread-safe.
 *
 * @since 0.1.0
 */
public final class RecordingRun {
    private static final List<RecordingRun> UNDER_WAY = new CopyOnWriteArrayList<>();
    private static final ThreadLocal<@Nullable RecordedAttempt> CURRENT = new ThreadLocal<>();

    private final RecordMode mode;
    private final Recordings recordings;
    private final Map<String, RecordedAttempt> attempts = new ConcurrentHashMap<>();
    private final Occurrences occurrences = new Occurrences();
    private final MissedRecordings missed = new MissedRecordings();
    private final AtomicLong replies = new AtomicLong();
    private final AtomicLong played = new AtomicLong();
    private final AtomicReference<@Nullable String> unwritable = new AtomicReference<>();
    private volatile UsedRecordings used;

    RecordingRun(RecordMode mode, Path folder, UsedRecordings used) {
        this.mode = mode;
        this.recordings = new Recordings(folder);
        this.used = used;
    }

    /** Returns the run of a campaign that has not begun. */
    public static RecordingRun of(RecordMode mode, Path folder) {
        return new RecordingRun(mode, folder, new UsedRecordings(null, false));
    }

    /** Returns the run of a campaign that neither records nor plays. */
    public static RecordingRun live() {
        return of(RecordMode.LIVE, SystemRecording.folder());
    }

    /** Returns where answers come from. */
    public RecordMode mode() {
        return mode;
    }

    /** Returns the target as this run talks to it: a request that was missed makes the attempt an ERROR. */
    public Target target(Target target) {
        return new RecordedTarget(target, this);
    }

    /** Returns the judge as this run asks it: a verdict that cost calls is not paid twice. */
    public Judge judge(Judge judge) {
        return new RecordedJudge(judge, this);
    }

    /** Returns the attacker's model as this run asks it. */
    public TextGenerator attacker(TextGenerator attacker) {
        return new RecordedGenerator(attacker);
    }

    /**
     * Begins the run; from now on recording models and proxies belong to it.
     *
     * @param journal the campaign's journal, beside whose folder the list of used recordings is left
     * @throws IllegalArgumentException where nothing of what the target calls could be recorded; the message has the fixes
     */
    public void begin(Target target, Path journal) {
        OpaqueTargets.check(target, mode, RecordingBoundary.ofAppExists());
        used = new UsedRecordings(UsedLists.of(journal), true);
        UNDER_WAY.add(this);
    }

    /** Says that this thread works on an attempt, until the scope is closed on the same thread. */
    public CurrentAttempt.Scope enter(AttemptKey key) {
        RecordedAttempt attempt = new RecordedAttempt(this, key.id());
        RecordedAttempt before = CURRENT.get();
        CurrentAttempt.Scope scope = CurrentAttempt.enter(key);
        attempts.put(key.id(), attempt);
        CURRENT.set(attempt);
        return () -> {
            scope.close();
            attempts.remove(key.id(), attempt);
            if (before == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(before);
            }
        };
    }

    /** Returns why the run proves nothing, or null where all it asked for was recorded or called. */
    public @Nullable String incomplete() {
        String reason = missed.reason();
        String place = unwritable.get();
        if (reason == null && place != null) {
            reason = "answers could not be recorded in " + place;
        }
        if (reason == null && mode == RecordMode.REPLAY && replies.get() > 0 && played.get() == 0) {
            reason =
                    "no reply of this replay came from a recording: the app calls its model past LangChain4j.recording(...)"
                            + " and RecordingProxy, so that its answers were not recorded answers";
        }
        return reason == null
                ? null
                : "harmcheck.mode = " + mode.name().toLowerCase(java.util.Locale.ROOT) + ": " + reason;
    }

    /** Ends the run. Later calls do nothing. */
    public void end() {
        UNDER_WAY.remove(this);
        used.close();
    }

    Recordings recordings() {
        return recordings;
    }

    Occurrences occurrences() {
        return occurrences;
    }

    void use(String hash) {
        used.add(hash);
    }

    void miss(@Nullable RecordedAttempt attempt, String message) {
        missed.add(message);
        if (attempt != null) {
            attempt.miss(message);
        }
    }

    void unwritable(String placeAndCause) {
        if (unwritable.compareAndSet(null, placeAndCause)) {
            RecordingLog.warn("answers cannot be recorded in " + placeAndCause);
        }
    }

    void countReply() {
        replies.incrementAndGet();
    }

    void countPlayed() {
        played.incrementAndGet();
    }

    /** Returns the attempt that a call is about, where this is known. */
    static Optional<RecordedAttempt> attempt(@Nullable String id) {
        RecordedAttempt current = CURRENT.get();
        if (current != null && (id == null || current.id().equals(id))) {
            return Optional.of(current);
        }
        String wanted = id == null ? CurrentAttempt.get().map(AttemptKey::id).orElse(null) : id;
        if (wanted == null) {
            return Optional.empty();
        }
        return UNDER_WAY.stream()
                .map(run -> run.attempts.get(wanted))
                .filter(java.util.Objects::nonNull)
                .findFirst();
    }

    /** Returns the run of a call about no known attempt: of those under way the newest that records or plays. */
    static RecordingRun current() {
        RecordingRun found = null;
        for (RecordingRun run : UNDER_WAY) {
            if (found == null || run.mode != RecordMode.LIVE || found.mode == RecordMode.LIVE) {
                found = run;
            }
        }
        return found == null ? SystemRecording.current() : found;
    }

    /** Returns the runs that a miss without a known attempt spoils: it may have been any of them. */
    static List<RecordingRun> underWay() {
        return UNDER_WAY;
    }

    @Override
    public String toString() {
        return "RecordingRun " + mode + ' ' + Texts.oneLine(recordings.folder().toString(), 300);
    }
}
