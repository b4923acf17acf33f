package io.github.harmcheck.campaign;

import io.github.harmcheck.internal.SafeLog;

/** What campaigns log, under the name {@code io.github.harmcheck}. */
final class CampaignLog {
    private CampaignLog() {}

    static void info(String message) {
        SafeLog.info(message);
    }

    static void warn(String message, Throwable cause) {
        SafeLog.warn(message, cause);
    }

    static void debug(String message, Throwable cause) {
        SafeLog.debug(message, cause);
    }
}
