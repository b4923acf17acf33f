package io.github.harmcheck.campaign;

import org.jspecify.annotations.Nullable;

/**
 * A campaign cannot run as configured. The message names the setting and the fix.
 *
 * @since 0.1.0
 */
public class CampaignException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CampaignException(String message) {
        super(message);
    }

    public CampaignException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
