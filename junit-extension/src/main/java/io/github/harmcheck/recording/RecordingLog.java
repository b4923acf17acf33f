package io.github.harmcheck.recording;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** What recording and replaying log, under the name {@code io.github.harmcheck}. */
final class RecordingLog {
    private static final Logger LOG = System.getLogger("io.github.harmcheck");

    private RecordingLog() {}

    static void warn(String message) {
        LOG.log(Level.WARNING, message);
    }

    static void debug(String message, Throwable cause) {
        LOG.log(Level.DEBUG, message, cause);
    }
}
