package io.github.harmcheck.recording;

import io.github.harmcheck.internal.SafeLog;

/** What recording and replaying log, under the name {@code io.github.harmcheck}. */
final class RecordingLog {
    private RecordingLog() {}

    static void warn(String message) {
        SafeLog.warn(message);
    }

    static void debug(String message, Throwable cause) {
        SafeLog.debug(message, cause);
    }
}
