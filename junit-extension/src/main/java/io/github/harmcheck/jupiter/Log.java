package io.github.harmcheck.jupiter;

import io.github.harmcheck.internal.SafeLog;

/** What the extension logs, under the name {@code io.github.harmcheck}. */
final class Log {
    private Log() {}

    static void info(String message) {
        SafeLog.info(message);
    }

    static void warn(String message) {
        SafeLog.warn(message);
    }

    static void warn(String message, Throwable cause) {
        SafeLog.warn(message, cause);
    }
}
