package io.github.harmcheck.campaign;

import io.github.harmcheck.core.AttemptKey;
import io.github.harmcheck.result.CampaignResult;
import io.github.harmcheck.result.Finding;
import java.nio.file.Path;

/**
 * A campaign under way. Thread-safe. Only outcome and journal offset of each trial are in memory; findings are read
 * back from the journal.
 *
 * @since 0.1.0
 */
public interface RunningCampaign extends AutoCloseable {

    /** Returns what it does. */
    Plan plan();

    /** Returns its journal, which exists from the first finding on. */
    Path journal();

    /**
     * Waits for one trial and reads its finding back, amendments applied.
     *
     * @throws StoppedEarlyException where the trial was not run because its attack was decided
     * @throws CampaignException where the trial was not run because the campaign stopped; the message says why
     */
    Finding await(AttemptKey key) throws InterruptedException;

    /** Waits until no trial is under way. */
    void awaitAll() throws InterruptedException;

    /**
     * Records that an assertion found compliance: the finding counts as SUCCEEDED, confirmed, from now on.
     *
     * @param by what found it, for example {@code assertion}
     */
    void amend(AttemptKey key, String by, String reason);

    /** Stops taking up new trials and cancels those under way; the campaign ends as STOPPED. */
    void stop(String reason);

    /** Waits for the last trial, writes the end record and returns the result. Later calls return the same. */
    CampaignResult finish() throws InterruptedException;

    /** Stops the campaign if it was not finished, and releases its threads. */
    @Override
    void close();
}
