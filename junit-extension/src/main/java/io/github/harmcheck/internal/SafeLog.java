package io.github.harmcheck.internal;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** The log of the library, under the name {@code io.github.harmcheck}, secrets masked. Thread-safe. */
public final class SafeLog {
    private static final Logger LOG = System.getLogger("io.github.harmcheck");

    private SafeLog() {}

    /** Logs what a run does. */
    public static void info(String message) {
        LOG.log(Level.INFO, Secrets.mask(message));
    }

    /** Logs what a person should look at. */
    public static void warn(String message) {
        LOG.log(Level.WARNING, Secrets.mask(message));
    }

    /** Logs what a person should look at. */
    public static void warn(String message, Throwable cause) {
        log(Level.WARNING, message, cause);
    }

    /** Logs what only a search for a fault needs. */
    public static void debug(String message, Throwable cause) {
        if (LOG.isLoggable(Level.DEBUG)) {
            log(Level.DEBUG, message, cause);
        }
    }

    private static void log(Level level, String message, Throwable cause) {
        String masked = Secrets.maskTrace(cause);
        if (masked == null) {
            LOG.log(level, Secrets.mask(message), cause);
        } else {
            LOG.log(level, Secrets.mask(message) + System.lineSeparator() + masked);
        }
    }
}
