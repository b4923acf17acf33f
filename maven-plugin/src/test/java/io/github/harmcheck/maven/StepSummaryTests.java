package io.github.harmcheck.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StepSummaryTests {

    @TempDir
    Path folder;

    @Test
    void appendsToWhatIsThere() throws IOException {
        Path summary = Files.writeString(folder.resolve("summary.md"), "## HarmCheck");
        Path step = Files.writeString(folder.resolve("step"), "before\n");

        new StepSummary(step.toString(), new SystemStreamLog()).append(summary);

        assertThat(step).hasContent("before\n## HarmCheck\n");
    }

    @Test
    void doesNothingOutsideSuchABuildAndSurvivesABadPath() {
        Path summary = folder.resolve("summary.md");

        new StepSummary(null, new SystemStreamLog()).append(summary);
        new StepSummary("", new SystemStreamLog()).append(summary);
        new StepSummary("\0", new SystemStreamLog()).append(summary);

        assertThat(folder).isEmptyDirectory();
    }
}
