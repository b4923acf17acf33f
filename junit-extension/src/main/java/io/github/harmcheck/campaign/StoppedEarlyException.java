package io.github.harmcheck.campaign;

/**
 * A trial was not run because its attack was decided before ({@code harmcheck.earlyStop}).
 *
 * @since 0.1.0
 */
public final class StoppedEarlyException extends CampaignException {
    private static final long serialVersionUID = 1L;

    StoppedEarlyException(String message) {
        super(message);
    }
}
