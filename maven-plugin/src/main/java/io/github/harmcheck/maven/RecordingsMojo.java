package io.github.harmcheck.maven;

import io.github.harmcheck.recording.StaleRecordings;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Lists recordings that the newest run of each test did not use, and deletes them with {@code -Dharmcheck.prune=true}.
 * Deletes nothing while it is not sure: every test must have run to its end in one of the modes {@code record}, {@code
 * replay} and {@code auto}.
 *
 * @since 0.1.0
 */
@Mojo(name = "recordings", requiresDependencyResolution = ResolutionScope.TEST, threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven fills the fields
public final class RecordingsMojo extends AbstractGateMojo {
    private static final int SHOWN = 20;

    /** Folder of the recordings. */
    @Parameter(property = "harmcheck.recordings", defaultValue = "${project.basedir}/src/test/harmcheck/recordings")
    File recordings;

    /** Whether to delete what is listed. */
    @Parameter(property = "harmcheck.prune", defaultValue = "false")
    boolean prune;

    @Override
    void run() throws IOException, MojoFailureException {
        RecordingsNeed need = RecordingsNeed.of(BuildEvidence.read(modules()), findings.toPath());
        StaleRecordings found = StaleRecordings.find(recordings.toPath(), need.journals());
        int stale = found.stale().size();
        getLog().info("HarmCheck recordings: " + stale + " of " + found.all() + " in " + recordings
                + " were not used by the newest run of each test.");
        found.stale().stream().limit(SHOWN).map(Path::toString).forEach(getLog()::info);
        if (stale > SHOWN) {
            getLog().info("… and " + (stale - SHOWN) + " more");
        }
        if (!prune) {
            return;
        }
        if (!need.obstacles().isEmpty() || !found.unlisted().isEmpty()) {
            need.obstacles().forEach(getLog()::warn);
            found.unlisted().forEach(journal -> getLog().warn(journal + " left no list of what it used"));
            throw new MojoFailureException(
                    "HarmCheck recordings: nothing was deleted, since it is not sure that these are"
                            + " stale; run all tests with -Dharmcheck.mode=replay first");
        }
        found.delete();
        getLog().info("HarmCheck recordings: " + stale + " deleted.");
    }
}
