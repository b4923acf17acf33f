package io.github.harmcheck.campaign;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** What campaigns log, under the name {@code io.github.harmcheck}. */
final class CampaignLog {
    private static final Logger LOG = System.getLogger("io.github.harmcheck");

    private CampaignLog() {}

    static void info(String message) {
        LOG.log(Level.INFO, message);
    }

    static void warn(String message, Throwable cause) {
        LOG.log(Level.WARNING, message, cause);
    }

    static void debug(String message, Throwable cause) {
        LOG.log(Level.DEBUG, message, cause);
    }
}
