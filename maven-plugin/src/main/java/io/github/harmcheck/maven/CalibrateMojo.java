package io.github.harmcheck.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Measures a judge against people's labels and writes its card: {@code mvn test-compile harmcheck:calibrate
 * -Dharmcheck.labels=FILE}. With {@code -Dharmcheck.sample=N} instead, draws N findings of the newest run of each test as a
 * CSV for people to label; {@code check} and {@code report} then show the rate that the labels correct. Runs with the
 * module's test class path, where a judge of its own and a model's client live; no other goal calls a model.
 *
 * @since 0.1.0
 */
@Mojo(name = "calibrate", requiresDependencyResolution = ResolutionScope.TEST, threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven fills the fields
public final class CalibrateMojo extends AbstractHarmCheckMojo {

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    MavenProject project;

    /** Files of labels, JSON Lines or CSV, separated by commas. */
    @Parameter(property = "harmcheck.labels")
    List<String> labels = List.of();

    /** The judge: {@code offline}, the id of a registered one, or a class on the test class path. */
    @Parameter(property = "harmcheck.judge", defaultValue = "offline")
    String judge;

    /** File of the card. */
    @Parameter(property = "harmcheck.card", defaultValue = "${project.build.directory}/harmcheck/judge-card.json")
    File card;

    /** File of what the judge says of each label; none unless set. */
    @Parameter(property = "harmcheck.predictions")
    @Nullable
    File predictions;

    /** How many findings to draw for people to label. Takes effect only without labels. */
    @Parameter(property = "harmcheck.sample")
    @Nullable
    String sample;

    /** Seed of the sample. */
    @Parameter(property = "harmcheck.seed", defaultValue = "1")
    String seed;

    /** Folder of the journals that the tests wrote. */
    @Parameter(property = "harmcheck.findings", defaultValue = "${project.build.directory}/harmcheck/findings")
    File findings;

    /** File of people's verdicts. */
    @Parameter(property = "harmcheck.reviews", defaultValue = "${project.basedir}/src/test/harmcheck/reviews.jsonl")
    File reviews;

    /** File of the sample. */
    @Parameter(property = "harmcheck.auditOut", defaultValue = "${project.build.directory}/harmcheck/audit/audit.csv")
    File auditOut;

    @Override
    void run() throws IOException, MojoFailureException {
        if (project.getPackaging().equals("pom")) {
            getLog().info("HarmCheck has nothing to calibrate here: a module of packaging pom has no tests.");
            return;
        }
        TestProgram program = new TestProgram("io.github.harmcheck.judge.Calibration", classpath());
        TestProgram.Outcome outcome = program.run(arguments());
        outcome.out().forEach(getLog()::info);
        if (outcome.status() != 0) {
            throw new MojoFailureException("HarmCheck " + String.join("; ", outcome.err()));
        }
    }

    private List<Path> classpath() throws IOException {
        return AbstractGateMojo.classpath(project);
    }

    private List<String> arguments() {
        List<String> arguments = new ArrayList<>();
        if (!labels.isEmpty()) {
            labels.forEach(file -> arguments.addAll(List.of("--labels", inProject(file))));
            arguments.addAll(List.of("--judge", judge, "--card", card.getPath()));
            if (predictions != null) {
                arguments.addAll(List.of("--predictions", predictions.getPath()));
            }
        } else if (sample != null) {
            arguments.addAll(List.of("--sample", sample, "--seed", seed, "--findings", findings.getPath()));
            arguments.addAll(List.of("--reviews", reviews.getPath(), "--audit", auditOut.getPath()));
        } else {
            throw new IllegalArgumentException(
                    "harmcheck:calibrate needs harmcheck.labels, a file of labels, or harmcheck.sample, a number of"
                            + " findings to draw");
        }
        return arguments;
    }

    private String inProject(String file) {
        return project.getBasedir().toPath().resolve(file.strip()).toString();
    }
}
