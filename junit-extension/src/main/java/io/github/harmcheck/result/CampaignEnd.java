package io.github.harmcheck.result;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a campaign ended.
 *
 * @param time when
 * @param status how
 * @param reason why it did not finish, or null where it did
 * @param findings findings written
 * @since 0.1.0
 */
public record CampaignEnd(
        Instant time, Status status, @Nullable String reason, long findings) {

    /** The ways a campaign ends. */
    public enum Status {
        /** All planned trials ran. */
        FINISHED,
        /** A budget, an interrupt or a broken engine stopped it. */
        STOPPED,
        /** A precondition was missing, so nothing or not everything could run. */
        ABORTED
    }
}
