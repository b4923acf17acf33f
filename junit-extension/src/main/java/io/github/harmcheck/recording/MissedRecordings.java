package io.github.harmcheck.recording;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a run could not play. An app may swallow the exception; this does not forget. Thread-safe. */
final class MissedRecordings {
    private static final int SHOWN = 3;

    private final List<String> first = new ArrayList<>();
    private int count;

    synchronized void add(String message) {
        count++;
        if (first.size() < SHOWN && !first.contains(message)) {
            first.add(message);
        }
    }

    synchronized @Nullable String reason() {
        if (count == 0) {
            return null;
        }
        return count + (count == 1 ? " request was" : " requests were")
                + " not answered, since nothing is recorded for "
                + (count == 1 ? "it: " : "them: ") + String.join(" | ", first)
                + (count > first.size() ? " | …" : "");
    }
}
