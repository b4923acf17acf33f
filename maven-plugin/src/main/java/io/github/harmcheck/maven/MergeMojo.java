package io.github.harmcheck.maven;

import io.github.harmcheck.campaign.Settings;
import io.github.harmcheck.gate.GateLines;
import io.github.harmcheck.result.CampaignHeader;
import io.github.harmcheck.result.io.JournalException;
import io.github.harmcheck.result.io.JournalMerge;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/**
 * Joins what the shards of a run have left, so that {@code check} and {@code report} see one campaign for each test as if
 * one machine had run it: {@code mvn test-compile harmcheck:merge harmcheck:check -Dharmcheck.mergeFrom=shards}. Fails
 * where a shard is missing, doubled, unfinished, too old or of another run. In a build of several modules each takes the
 * campaigns of its own test classes, and the top one those that were started by hand. Does nothing where {@code mergeFrom}
 * is not set, so that it can be bound beside {@code check}.
 *
 * @since 0.1.0
 */
@Mojo(name = "merge", defaultPhase = LifecyclePhase.POST_INTEGRATION_TEST, threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven fills the fields
public final class MergeMojo extends AbstractHarmCheckMojo {

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    MavenProject project;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    MavenSession session;

    /**
     * Folders with what the shards left, searched with all folders below; separated by commas. Relative ones start where
     * Maven was started.
     */
    @Parameter(property = "harmcheck.mergeFrom")
    List<String> mergeFrom = List.of();

    /** How long ago a shard may have begun, so that none of an earlier build is taken by accident. */
    @Parameter(property = "harmcheck.mergeMaxAge", defaultValue = "24h")
    String mergeMaxAge;

    /** Folder of the merged journals, where {@code check} reads them. */
    @Parameter(property = "harmcheck.findings", defaultValue = "${project.build.directory}/harmcheck/findings")
    File findings;

    @Override
    void run() throws IOException, MojoFailureException {
        if (mergeFrom.isEmpty()) {
            getLog().info("HarmCheck has nothing to merge: harmcheck.mergeFrom is not set.");
            return;
        }
        Path start = Path.of(session.getExecutionRootDirectory());
        List<Path> folders =
                mergeFrom.stream().map(String::strip).map(start::resolve).toList();
        try {
            log(JournalMerge.merge(
                    folders,
                    findings.toPath(),
                    Instant.now(),
                    Settings.parseDuration("mergeMaxAge", mergeMaxAge),
                    this::isOurs));
        } catch (JournalException e) {
            throw new MojoFailureException("HarmCheck merge: " + e.getMessage(), e);
        }
    }

    private void log(JournalMerge.Joined joined) {
        joined.notes().forEach(note -> getLog().warn(note));
        if (joined.campaigns().isEmpty()) {
            getLog().info("HarmCheck merge: no shard is of a test of this module.");
        }
        for (JournalMerge.Campaign campaign : joined.campaigns()) {
            getLog().info("HarmCheck merge: " + GateLines.subject(campaign.header()) + ": " + campaign.findings()
                    + " findings of " + campaign.shards() + " shards in " + campaign.journal());
        }
    }

    private boolean isOurs(CampaignHeader header) {
        if (session.getProjects().size() == 1) {
            return true;
        }
        String testClass = header.testClass();
        return testClass == null ? project.equals(session.getTopLevelProject()) : Files.exists(testClass(testClass));
    }

    private Path testClass(String name) {
        return Path.of(project.getBuild().getTestOutputDirectory()).resolve(name.replace('.', '/') + ".class");
    }
}
