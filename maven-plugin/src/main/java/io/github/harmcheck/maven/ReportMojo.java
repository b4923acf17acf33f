package io.github.harmcheck.maven;

import io.github.harmcheck.gate.BuildGateResult;
import io.github.harmcheck.gate.GateConfig;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Writes the reports: a page to read, a summary in Markdown, results in JSON and HarmBench's files. Where the environment
 * names a {@code GITHUB_STEP_SUMMARY}, the summary is appended to it. Never fails the build for what was found.
 *
 * @since 0.1.0
 */
@Mojo(
        name = "report",
        defaultPhase = LifecyclePhase.POST_INTEGRATION_TEST,
        requiresDependencyResolution = ResolutionScope.TEST,
        threadSafe = true)
public final class ReportMojo extends AbstractGateMojo {

    @Override
    void run() throws IOException {
        if (!applies()) {
            return;
        }
        GateConfig config = config();
        BuildGateResult result = BuildEvidence.read(modules()).check(config);
        Path page = writeReports(result, config, corrections(result));
        getLog().info("HarmCheck report: " + page);
        new StepSummary(System.getenv("GITHUB_STEP_SUMMARY"), getLog()).append(page.resolveSibling("summary.md"));
    }
}
