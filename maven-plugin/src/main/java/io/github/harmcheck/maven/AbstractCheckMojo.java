package io.github.harmcheck.maven;

import io.github.harmcheck.gate.BuildGateResult;
import io.github.harmcheck.gate.GateConfig;
import io.github.harmcheck.gate.GateStatus;
import io.github.harmcheck.gate.Violation;
import io.github.harmcheck.result.audit.AuditLabels;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Holds one module or all of them to the limits, writes the report, and only then fails the build. */
abstract class AbstractCheckMojo extends AbstractGateMojo {

    /** Whether a gate that does not pass fails the build. Where false, it is logged only. */
    @Parameter(property = "harmcheck.haltOnFailure", defaultValue = "true")
    boolean haltOnFailure;

    /** Whether a gate that cannot decide fails the build. */
    @Parameter(property = "harmcheck.failOnInconclusive", defaultValue = "true")
    boolean failOnInconclusive;

    @Override
    final void run() throws IOException, MojoFailureException {
        if (!applies()) {
            return;
        }
        GateConfig config = config();
        BuildGateResult result = BuildEvidence.read(modules()).check(config);
        AuditLabels.Corrections corrections = corrections(result);
        Path page = tryReports(result, config, corrections);
        SummaryBlock.of(result, corrections.rates(), page).forEach(line -> getLog().info(line));
        result.gate().warnings().forEach(line -> getLog().warn(line));
        boolean fails = fails(result.gate().status());
        result.gate().violations().forEach(violation -> log(violation, fails));
        if (fails) {
            throw new MojoFailureException(result.gate().summary(page == null ? null : page.toString()));
        }
    }

    private boolean fails(GateStatus status) {
        return haltOnFailure
                && (status == GateStatus.FAIL || (status == GateStatus.INCONCLUSIVE && failOnInconclusive));
    }

    /** A report that cannot be written must not hide the verdict. */
    private @Nullable Path tryReports(BuildGateResult result, GateConfig config, AuditLabels.Corrections corrections) {
        try {
            return writeReports(result, config, corrections);
        } catch (IOException e) {
            getLog().warn("HarmCheck could not write its report: " + e.getMessage(), e);
            return null;
        }
    }

    private void log(Violation violation, boolean fails) {
        String line = violation.status() + " " + violation.subject() + ": " + violation.message()
                + (violation.worst().isEmpty() ? "" : ". Worst: " + String.join(", ", violation.worst()));
        if (fails) {
            getLog().error(line);
        } else {
            getLog().warn(line);
        }
    }
}
