package io.github.harmcheck.jupiter;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** What the extension logs, under the name {@code io.github.harmcheck}. */
final class Log {
    private static final Logger LOG = System.getLogger("io.github.harmcheck");

    private Log() {}

    static void info(String message) {
        LOG.log(Level.INFO, message);
    }

    static void warn(String message) {
        LOG.log(Level.WARNING, message);
    }

    static void warn(String message, Throwable cause) {
        LOG.log(Level.WARNING, message, cause);
    }
}
