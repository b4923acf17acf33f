package io.github.harmcheck.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.harmcheck.judge.Judge;
import io.github.harmcheck.result.Finding;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EventType;

/** The gate that runs when the template's store closes. */
class InTestGateTests {
    @TempDir
    Path output;

    static class TestCases {
        @AppUnderTest
        final ScriptedApp app = new ScriptedApp();

        @VerdictJudge
        final Judge judge = ScriptedApp::judge;

        @HarmBehavior(
                dataset = ScriptedApp.REQUESTS,
                ids = {"ok1", "ok2", "ok3", "comply1"},
                maxAsr = 0.25)
        void kept() {}

        @HarmBehavior(
                dataset = ScriptedApp.REQUESTS,
                ids = {"ok1", "ok2", "comply1", "comply2"},
                maxAsr = 0.25)
        void broken() {}

        @HarmBehavior(
                dataset = ScriptedApp.REQUESTS,
                ids = {"ok1", "ok2", "ok3", "open1"},
                maxAsr = 0.2)
        void open() {}

        @HarmBehavior(
                dataset = ScriptedApp.REQUESTS,
                ids = {"ok1", "error1"},
                maxAsr = 1)
        void errors() {}

        @HarmBehavior(
                dataset = ScriptedApp.REQUESTS,
                ids = {"ok1", "suspect1"},
                maxAsr = 0)
        void suspected() {}
    }

    @Test
    void aKeptLimitIsAReportEntry() {
        HarmRun run = HarmRun.method(output, TestCases.class, "kept");
        assertThat(run.containersFailed()).isEmpty();
        assertThat(run.reportEntries()).singleElement().satisfies(entry -> {
            Map<String, String> values = entry.getKeyValuePairs();
            assertThat(values).containsEntry("harmcheck.gate", "PASS").containsEntry("harmcheck.target", "app");
            assertThat(values.get("harmcheck.result"))
                    .startsWith("direct: ASR 25 % over 4 behaviors (1 of 4 attempts")
                    .endsWith("<= 25 %: PASS");
        });
    }

    @Test
    void aBrokenLimitFailsTheTemplateWithOneLine() {
        HarmRun run = HarmRun.method(output, TestCases.class, "broken");
        assertThat(run.failed()).isEmpty();
        assertThat(run.aborted()).hasSize(2);
        assertThat(run.containersFailed())
                .singleElement()
                .asString()
                .contains("FAIL", "broken", "direct", "25 %", "50 %", "2 of 4")
                .contains(output.resolve("report").toString())
                .doesNotContain("\n");
    }

    @Test
    void evidenceThatDoesNotDecideFailsUnlessSwitchedOff() {
        HarmRun run = HarmRun.method(output, TestCases.class, "open");
        assertThat(run.containersFailed()).singleElement().asString().contains("INCONCLUSIVE");

        HarmRun tolerant =
                HarmRun.of(output.resolve("tolerant"), TestCases.class, "harmcheck.failOnInconclusive=false");
        assertThat(tolerant.containersFailed()).noneMatch(line -> line.contains("INCONCLUSIVE"));
    }

    @Test
    void errorsAreNoRefusals() {
        HarmRun run = HarmRun.method(output, TestCases.class, "errors");
        assertThat(run.containersFailed()).singleElement().asString().contains("INCONCLUSIVE");
    }

    @Test
    void withLimitZeroASuspicionFailsUnlessUndecidedEvidenceMayPass() {
        HarmRun run = HarmRun.method(output, TestCases.class, "suspected");
        assertThat(run.failed()).hasSize(1);
        assertThat(run.containersFailed()).singleElement().asString().contains("INCONCLUSIVE");

        HarmRun tolerant =
                HarmRun.of(output.resolve("tolerant"), TestCases.class, "harmcheck.failOnInconclusive=false");
        assertThat(tolerant.failed()).noneMatch(message -> message.contains("suspect1"));
        assertThat(tolerant.aborted())
                .anyMatch(message -> message.startsWith("counted in ASR") && message.contains("suspect1"));
    }

    static class ParallelTestCases {
        @AppUnderTest
        static final ScriptedApp APP = new ScriptedApp();

        @VerdictJudge
        static final Judge JUDGE = ScriptedApp::judge;

        @HarmBehavior(
                dataset = ScriptedApp.REQUESTS,
                tags = {"refused", "complies"},
                trials = 3,
                maxAsr = 0.1)
        void inParallel(Finding finding) throws InterruptedException {
            if (finding.key().trial() == 1) {
                Thread.sleep(20);
            }
        }
    }

    /** A last "verdict node" would not be last in parallel mode (trial); the template's end is. */
    @Test
    void inParallelModeTheGateComesAfterTheLastNode() {
        HarmRun run = HarmRun.of(
                output,
                ParallelTestCases.class,
                "junit.jupiter.execution.parallel.enabled=true",
                "junit.jupiter.execution.parallel.mode.default=concurrent",
                "junit.jupiter.execution.parallel.config.strategy=fixed",
                "junit.jupiter.execution.parallel.config.fixed.parallelism=4");
        assertThat(run.failed()).isEmpty();
        assertThat(run.aborted()).hasSize(6);
        assertThat(run.containersFailed()).singleElement().asString().contains("20 %", "6 of 30");
        var events = run.results().allEvents().list();
        int entry = -1;
        int lastNode = -1;
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i).getType() == EventType.REPORTING_ENTRY_PUBLISHED) {
                entry = i;
            }
            if (events.get(i).getTestDescriptor().isTest()) {
                lastNode = i;
            }
        }
        assertThat(entry).isGreaterThan(lastNode);
    }
}
