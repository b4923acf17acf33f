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
 * @param spent what the run used, or null where it made no calls
 * @since 0.1.0
 */
public record CampaignEnd(
        Instant time,
        Status status,
        @Nullable String reason,
        long findings,
        @Nullable Spent spent) {

    /** Creates the end of a run of which nobody counted what it used. */
    public CampaignEnd(Instant time, Status status, @Nullable String reason, long findings) {
        this(time, status, reason, findings, null);
    }

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
