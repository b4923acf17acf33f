package io.github.harmcheck.report;

import io.github.harmcheck.result.io.HarmBenchFiles;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Writes the folder {@code harmbench}: completions and results as HarmBench's own pipeline reads them, see
 * {@link HarmBenchFiles}. Stateless, thread-safe.
 *
 * @since 0.1.0
 */
public final class HarmBenchReportWriter implements ReportWriter {

    @Override
    public String format() {
        return "harmbench";
    }

    @Override
    public Path write(Content content, Path folder) throws IOException {
        Path root = folder.resolve("harmbench");
        HarmBenchFiles.write(content.campaigns(), root);
        return root;
    }
}
