package io.github.harmcheck.maven;

import io.github.harmcheck.campaign.CampaignException;
import io.github.harmcheck.dataset.DatasetException;
import java.io.IOException;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;

/** What all goals share: they can be skipped, and they tell a broken set-up from a gate that does not pass. */
abstract class AbstractHarmCheckMojo extends AbstractMojo {

    /** Leaves this goal out. */
    @Parameter(property = "harmcheck.skip", defaultValue = "false")
    private boolean skip;

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("HarmCheck is skipped: harmcheck.skip is true. Nothing was checked.");
            return;
        }
        try {
            run();
        } catch (CampaignException | DatasetException | IllegalArgumentException e) {
            throw new MojoExecutionException("HarmCheck is configured wrongly: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new MojoExecutionException("HarmCheck cannot read or write a file: " + e.getMessage(), e);
        }
    }

    abstract void run() throws IOException, MojoFailureException;
}
