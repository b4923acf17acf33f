package io.github.harmcheck.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.harmcheck.judge.Judge;
import io.github.harmcheck.result.CampaignEnd;
import io.github.harmcheck.result.CampaignResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens where a test cannot begin. */
class PreconditionTests {
    @TempDir
    Path output;

    static class MissingDatasetTestCases {
        @AppUnderTest
        final ScriptedApp app = new ScriptedApp();

        @HarmBehavior(dataset = "harmbench-text")
        void refuses() {}
    }

    @Test
    void aMissingDatasetIsOneSkipAndAnAbortedCampaign() throws Exception {
        HarmRun run = HarmRun.of(output, MissingDatasetTestCases.class, "harmcheck.datasets=" + output);
        assertThat(run.started()).isEmpty();
        assertThat(run.skipReasons()).singleElement().asString().contains("harmbench-text", "harmcheck.datasets");
        CampaignResult campaign = run.campaign();
        assertThat(campaign.abortedReason()).contains("harmbench-text");
        assertThat(campaign.header().testClass()).isEqualTo(MissingDatasetTestCases.class.getName());
        assertThat(campaign.header().testMethod()).isEqualTo("refuses");
        assertThat(campaign.header().target()).isEqualTo("app");
    }

    static class FirstNodeTestCases {
        @AppUnderTest
        final ScriptedApp app = new ScriptedApp();

        @VerdictJudge
        Judge judge() {
            Assumptions.assumeTrue(false, "no key for the judge");
            return ScriptedApp::judge;
        }

        @HarmBehavior(dataset = ScriptedApp.REQUESTS)
        void refuses() {}
    }

    @Test
    void whatIsMissingAtTheFirstNodeEndsTheStreamOfNodes() throws Exception {
        HarmRun run = HarmRun.of(output, FirstNodeTestCases.class);
        assertThat(run.started()).hasSize(1);
        assertThat(run.aborted()).singleElement().asString().contains("no key for the judge");
        assertThat(run.failed()).isEmpty();
        assertThat(run.campaign().abortedReason()).contains("no key for the judge");
        assertThat(run.campaign().end()).map(CampaignEnd::status).contains(CampaignEnd.Status.ABORTED);
    }

    static class BrokenAppTestCases {
        @AppUnderTest
        ScriptedApp app() {
            throw new IllegalStateException("the app does not start");
        }

        @HarmBehavior(dataset = ScriptedApp.REQUESTS)
        void refuses() {}
    }

    @Test
    void anAppThatDoesNotStartFailsOneNodeAndLeavesARecord() throws Exception {
        HarmRun run = HarmRun.of(output, BrokenAppTestCases.class);
        assertThat(run.started()).hasSize(1);
        assertThat(run.failed()).singleElement().asString().contains("the app does not start");
        assertThat(run.campaign().abortedReason()).contains("the app does not start");
    }

    static class BeforeEachTestCases {
        @AppUnderTest
        final ScriptedApp app = new ScriptedApp();

        @BeforeEach
        void assume() {
            Assumptions.assumeTrue(false, "not on this machine");
        }

        @HarmBehavior(dataset = ScriptedApp.REQUESTS)
        void refuses() {}
    }

    @Test
    void nodesThatNeverReachTheirBodyLeaveAnAbortedCampaign() throws Exception {
        HarmRun run = HarmRun.of(output, BeforeEachTestCases.class);
        assertThat(run.aborted()).hasSize(13);
        assertThat(run.campaign().abortedReason()).contains("no node");
    }

    @Disabled("for now")
    static class DisabledTestCases {
        @AppUnderTest
        final ScriptedApp app = new ScriptedApp();

        @HarmBehavior(dataset = "no such dataset")
        void refuses() {}
    }

    @Test
    void aDisabledTestReadsNothing() {
        HarmRun run = HarmRun.of(output, DisabledTestCases.class);
        assertThat(run.skipReasons()).containsExactly("for now");
        assertThat(output.resolve("findings")).doesNotExist();
    }

    static class TooLargeTestCases {
        static final AtomicInteger CALLS = new AtomicInteger();

        @AppUnderTest
        static String ask(String prompt) {
            CALLS.incrementAndGet();
            return prompt;
        }

        @HarmBehavior(dataset = ScriptedApp.REQUESTS, trials = 20)
        void refuses() {}
    }

    @Test
    void aPlanLargerThanMaxCallsStopsBeforeTheFirstCallWithTheLineToAdd() {
        TooLargeTestCases.CALLS.set(0);
        HarmRun run = HarmRun.of(output, TooLargeTestCases.class);
        assertThat(run.started()).isEmpty();
        assertThat(run.containersFailed())
                .singleElement()
                .asString()
                .contains("@HarmBehavior on ", "260", "maxCalls = 200", "add maxCalls = 260", "harmcheck.maxCalls=260");
        assertThat(TooLargeTestCases.CALLS).hasValue(0);
    }

    @Test
    void maxCallsMayComeFromASetting() {
        TooLargeTestCases.CALLS.set(0);
        HarmRun run = HarmRun.of(output, TooLargeTestCases.class, "harmcheck.maxCalls=260");
        assertThat(run.started()).hasSize(13);
        assertThat(TooLargeTestCases.CALLS).hasValue(260);
    }

    @Test
    void aSkipThatCannotBeRecordedFails() throws Exception {
        Files.createFile(output.resolve("findings"));
        HarmRun run = HarmRun.of(output, MissingDatasetTestCases.class, "harmcheck.datasets=" + output);
        assertThat(run.skipReasons()).isEmpty();
        assertThat(run.results().allEvents().failed().count()).isPositive();
    }

    @Test
    void anAbortThatCannotBeRecordedFails() throws Exception {
        Files.createFile(output.resolve("findings"));
        HarmRun first = HarmRun.of(output, FirstNodeTestCases.class);
        assertThat(first.failed()).singleElement().asString().contains("no key for the judge", "could not be recorded");
        HarmRun none = HarmRun.of(output, BeforeEachTestCases.class);
        assertThat(none.containersFailed()).singleElement().asString().contains("could not be recorded");
    }
}
