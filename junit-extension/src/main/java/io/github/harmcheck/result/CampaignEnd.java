package io.github.harmcheck.result;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a campaign ended.
 *
 * @param time when
 * @param status how
 * @param reason why it did not finish, or null where it did
 * @param findings findings written
 * @param spent what the run used, or null where it made no calls
 * @param earlyStop how each attack on the UNSAFE side ended where sequential stopping was asked for, else null
 * @since 0.1.0
 */
public record CampaignEnd(
        Instant time,
        Status status,
        @Nullable String reason,
        long findings,
        @Nullable Spent spent,
        @Nullable List<EarlyEnd> earlyStop) {

    public CampaignEnd {
        earlyStop = earlyStop == null ? null : List.copyOf(earlyStop);
    }

    /** Creates the end of a campaign without sequential stopping. */
    public CampaignEnd(Instant time, Status status, @Nullable String reason, long findings) {
        this(time, status, reason, findings, null, null);
    }

    /** Returns how sequential stopping ended for each attack; empty where it was not asked for. */
    public List<EarlyEnd> earlyEnds() {
        return earlyStop == null ? List.of() : earlyStop;
    }

    /** Returns the trials left out because their attack was decided. */
    public long savedTrials() {
        return earlyEnds().stream().mapToLong(EarlyEnd::savedTrials).sum();
    }

    /** The ways a campaign ends. */
    public enum Status {
        /** All planned trials ran, or all that sequential stopping did not leave out. */
        FINISHED,
        /** A budget, an interrupt or a broken engine stopped it. */
        STOPPED,
        /** A precondition was missing, so nothing or not everything could run. */
        ABORTED
    }
}
