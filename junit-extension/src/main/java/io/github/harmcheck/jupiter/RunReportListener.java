package io.github.harmcheck.jupiter;

import io.github.harmcheck.gate.GateChecker;
import io.github.harmcheck.gate.GateResult;
import io.github.harmcheck.gate.GateStatus;
import io.github.harmcheck.gate.Violation;
import io.github.harmcheck.report.ReportWriter;
import io.github.harmcheck.report.Reports;
import io.github.harmcheck.result.CampaignResult;
import io.github.harmcheck.result.io.JournalReader;
import io.github.harmcheck.result.io.Reviews;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;

/**
 * Writes summary and page when the run is over, from all journals this JVM wrote, so that a red run has its report even
 * where the build stops before its own. Never fails the run. Found by JUnit's launcher through {@link
 * java.util.ServiceLoader}; not for use in tests.
 *
 * @since 0.1.0
 */
public final class RunReportListener implements TestExecutionListener {

    /** Creates a listener; for the service loader. */
    public RunReportListener() {}

    @Override
    public void testPlanExecutionFinished(TestPlan testPlan) {
        RunJournals.byOutput().forEach((output, run) -> {
            try {
                write(output, run);
            } catch (IOException | RuntimeException | LinkageError e) {
                Log.warn("the report in " + output + " could not be written", e);
            }
        });
    }

    private static void write(Path output, RunJournals.Run run) throws IOException {
        Reviews reviews = Reviews.read(run.reviews());
        List<CampaignResult> campaigns = new ArrayList<>();
        for (Path journal : run.journals()) {
            if (Files.exists(journal)) {
                campaigns.add(JournalReader.read(journal, reviews));
            }
        }
        if (campaigns.isEmpty()) {
            return;
        }
        campaigns.sort(Comparator.comparing(campaign -> campaign.header().start()));
        Path page = Reports.writeAll(
                new ReportWriter.Content(campaigns, gate(campaigns), Instant.now()), output.resolve("report"));
        Log.info("report: " + page);
    }

    private static GateResult gate(List<CampaignResult> campaigns) {
        GateStatus worst = GateStatus.PASS;
        List<Violation> violations = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        for (CampaignResult campaign : campaigns) {
            GateResult gate = GateChecker.check(campaign);
            worst = worse(worst, gate.status());
            violations.addAll(gate.violations());
            lines.addAll(gate.lines());
            warnings.addAll(gate.warnings());
        }
        violations.sort(Comparator.comparing(violation -> violation.status() != GateStatus.FAIL));
        return new GateResult(worst, violations, lines, warnings);
    }

    private static GateStatus worse(GateStatus one, GateStatus other) {
        if (one == GateStatus.FAIL || other == GateStatus.FAIL) {
            return GateStatus.FAIL;
        }
        return one == GateStatus.PASS ? other : one;
    }
}
