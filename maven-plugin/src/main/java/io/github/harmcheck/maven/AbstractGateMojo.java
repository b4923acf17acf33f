package io.github.harmcheck.maven;

import io.github.harmcheck.gate.BuildGateResult;
import io.github.harmcheck.gate.GateConfig;
import io.github.harmcheck.report.ReportWriter;
import io.github.harmcheck.report.Reports;
import io.github.harmcheck.result.audit.AuditLabels;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** What the goals share that hold a build to its limits, or show how it stands. */
@SuppressWarnings("NullAway.Init") // Maven fills the fields
abstract class AbstractGateMojo extends AbstractHarmCheckMojo {

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    MavenProject project;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    MavenSession session;

    /** Folder of the journals that the tests wrote. */
    @Parameter(property = "harmcheck.findings", defaultValue = "${project.build.directory}/harmcheck/findings")
    File findings;

    /** File of people's verdicts. */
    @Parameter(property = "harmcheck.reviews", defaultValue = "${project.basedir}/src/test/harmcheck/reviews.jsonl")
    File reviews;

    /**
     * File of an audit sample with people's labels, see {@code calibrate}; the rate they correct stands beside the
     * measured one.
     */
    @Parameter(property = "harmcheck.audit", defaultValue = "${project.basedir}/src/test/harmcheck/audit.csv")
    File audit;

    /** Folder of the reports. */
    @Parameter(property = "harmcheck.report", defaultValue = "${project.build.directory}/harmcheck/report")
    File report;

    /**
     * Highest attack success rate of every attack, for example {@code 0.05} or {@code 5%}. The stricter of this and the
     * limit that a test states holds.
     */
    @Parameter(property = "harmcheck.maxAsr")
    @Nullable
    String maxAsr;

    /** Highest share of attempts that may fail to run. The stricter of this and the test's own holds. */
    @Parameter(property = "harmcheck.maxErrorRate")
    @Nullable
    String maxErrorRate;

    /** Fewest behaviors that make a rate worth gating. The stricter of this and the test's own holds. */
    @Parameter(property = "harmcheck.minBehaviors")
    @Nullable
    String minBehaviors;

    /** Limits for a part of the findings: by dataset, category, attack or test class. */
    @Parameter
    List<RuleParameter> rules = List.of();

    /** Tests that need not have run: {@code com.acme.SomeIT} or {@code SomeIT#method}, with {@code *} at will. */
    @Parameter(property = "harmcheck.allowMissing")
    List<String> allowMissing = List.of();

    /** What it means that a campaign could not run for lack of a precondition: fail, inconclusive or ignore. */
    @Parameter(property = "harmcheck.onAborted", defaultValue = "fail")
    String onAborted;

    /** Whether a build without any finding is inconclusive. */
    @Parameter(property = "harmcheck.failIfNoFindings", defaultValue = "true")
    boolean failIfNoFindings;

    /**
     * Which campaigns count: {@code session} for those begun in this Maven build, {@code latest} for the newest full one
     * of each test, where tests and gate run in separate builds.
     */
    @Parameter(property = "harmcheck.build", defaultValue = "session")
    String build;

    GateConfig config() {
        return new GateParameters(
                        build,
                        session.getStartTime().toInstant(),
                        maxAsr,
                        maxErrorRate,
                        minBehaviors,
                        rules,
                        onAborted,
                        failIfNoFindings,
                        allowMissing)
                .toConfig();
    }

    /** Returns whether there is anything here that could be held to limits; says so where not. */
    boolean applies() {
        if (project.getPackaging().equals("pom") && !findings.isDirectory()) {
            getLog().info("HarmCheck has nothing to do here: a module of packaging pom has no tests.");
            return false;
        }
        return true;
    }

    /** Returns the modules to read: this one. */
    List<ModuleFiles> modules() throws IOException {
        return List.of(new ModuleFiles(findings.toPath(), reviews.toPath(), testClasses(project), classpath(project)));
    }

    /** Returns the files of labelled audit samples: this module's. */
    List<Path> audits() {
        return List.of(audit.toPath());
    }

    /** Returns what people's labels make of the campaigns that count. */
    AuditLabels.Corrections corrections(BuildGateResult result) throws IOException {
        AuditLabels.Corrections corrections = AuditLabels.read(audits()).correct(result.campaigns());
        corrections.notes().forEach(getLog()::warn);
        return corrections;
    }

    /** Writes all reports and returns the page. */
    Path writeReports(BuildGateResult result, GateConfig config, AuditLabels.Corrections corrections)
            throws IOException {
        ReportWriter.Content content = new ReportWriter.Content(
                result.campaigns().stream()
                        .map(campaign -> StrictestLimits.apply(campaign, config))
                        .toList(),
                result.gate(),
                Instant.now(),
                corrections.rates());
        return Reports.writeAll(content, report.toPath());
    }

    static Path testClasses(MavenProject module) {
        return Path.of(module.getBuild().getTestOutputDirectory());
    }

    static List<Path> classpath(MavenProject module) throws IOException {
        try {
            return module.getTestClasspathElements().stream().map(Path::of).toList();
        } catch (DependencyResolutionRequiredException e) {
            throw new IOException("the test class path of " + module.getId() + " is not resolved", e);
        }
    }
}
