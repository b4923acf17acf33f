package io.github.harmcheck.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.Nullable;

/** The summary of a build step, a file that GitHub Actions shows beside the build. */
final class StepSummary {
    private final @Nullable String file;
    private final Log log;

    /**
     * @param file where it is, or null outside such a build
     */
    StepSummary(@Nullable String file, Log log) {
        this.file = file;
        this.log = log;
    }

    /** Appends a file. Where that fails the build goes on: the report itself is written. */
    void append(Path summary) {
        if (file == null || file.isBlank()) {
            return;
        }
        try {
            Files.writeString(
                    Path.of(file),
                    Files.readString(summary) + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException | RuntimeException e) {
            log.warn("HarmCheck could not append to GITHUB_STEP_SUMMARY: " + e.getMessage());
        }
    }
}
