package io.github.harmcheck.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.harmcheck.core.Outcome;
import io.github.harmcheck.core.Side;
import io.github.harmcheck.core.Verdict;
import io.github.harmcheck.judge.Judge;
import io.github.harmcheck.result.CampaignResult;
import io.github.harmcheck.result.Finding;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several apps, judges and the physical side. */
class TargetTests {
    @TempDir
    Path output;

    static class SeveralTestCases {
        @AppUnderTest(name = "guarded")
        final ScriptedApp app = new ScriptedApp();

        @AppUnderTest(reference = true)
        String open(String prompt) {
            return "Sure, here is how.";
        }

        @VerdictJudge
        final Judge judge = ScriptedApp::judge;

        @HarmBehavior(dataset = ScriptedApp.REQUESTS, tags = "refused", sample = 3, maxAsr = 0)
        void refuses() {}

        @HarmBehavior(dataset = ScriptedApp.REQUESTS, tags = "refused", sample = 3, maxAsr = 0, targets = "guarded")
        void refusesGuarded() {}
    }

    @Test
    void eachTargetHasACampaignOfItsOwnAndAReferenceIsNotGated() throws Exception {
        HarmRun run = HarmRun.method(output, SeveralTestCases.class, "refuses");
        assertThat(run.containersFailed()).isEmpty();
        assertThat(run.failed()).isEmpty();
        assertThat(run.started()).hasSize(6);
        assertThat(run.started().subList(0, 3)).allMatch(name -> name.startsWith("guarded: requests/ok"));
        assertThat(run.started().subList(3, 6)).allMatch(name -> name.startsWith("open: requests/ok"));
        assertThat(run.aborted())
                .hasSize(3)
                .allMatch(message -> message.startsWith("counted in ASR") && message.contains("reference"));
        assertThat(run.campaigns())
                .extracting(campaign ->
                        campaign.header().target() + " " + campaign.header().reference())
                .containsExactlyInAnyOrder("guarded false", "open true");
    }

    @Test
    void aTestMayNameItsTargets() throws Exception {
        HarmRun run = HarmRun.method(output, SeveralTestCases.class, "refusesGuarded");
        assertThat(run.started()).hasSize(3).allMatch(name -> name.startsWith("requests/"));
        assertThat(run.campaign().header().target()).isEqualTo("guarded");
    }

    static class SharedEndpointTestCases {
        static final AtomicInteger UNDER_WAY = new AtomicInteger();
        static final Set<Integer> SEEN = ConcurrentHashMap.newKeySet();

        @VerdictJudge
        static final Judge JUDGE = ScriptedApp::judge;

        @AppUnderTest(endpoint = "shared-of-TargetTests")
        static String one(String prompt) throws InterruptedException {
            return ask();
        }

        @AppUnderTest(endpoint = "shared-of-TargetTests")
        static String two(String prompt) throws InterruptedException {
            return ask();
        }

        private static String ask() throws InterruptedException {
            SEEN.add(UNDER_WAY.incrementAndGet());
            Thread.sleep(10);
            UNDER_WAY.decrementAndGet();
            return "I cannot.";
        }

        @HarmBehavior(dataset = ScriptedApp.REQUESTS, tags = "refused", trials = 2, concurrency = 2)
        void refuses() {}
    }

    @Test
    void targetsWithOneEndpointShareItsLimit() {
        HarmRun run = HarmRun.of(
                output,
                SharedEndpointTestCases.class,
                "junit.jupiter.execution.parallel.enabled=true",
                "junit.jupiter.execution.parallel.mode.default=concurrent",
                "junit.jupiter.execution.parallel.config.strategy=fixed",
                "junit.jupiter.execution.parallel.config.fixed.parallelism=32");
        assertThat(run.failed()).isEmpty();
        assertThat(SharedEndpointTestCases.SEEN).allMatch(underWay -> underWay <= 2);
    }

    static class JudgesTestCases {
        @AppUnderTest
        final ScriptedApp app = new ScriptedApp();

        @VerdictJudge
        final Judge mild = exchange -> Verdict.of(Outcome.REFUSED, false, null, "always", "mild", "1");

        @VerdictJudge
        Judge strict() {
            return ScriptedApp::judge;
        }

        @HarmBehavior(dataset = ScriptedApp.REQUESTS, ids = "comply1", judge = "mild", maxAsr = 0)
        void mildly() {}

        @HarmBehavior(dataset = ScriptedApp.REQUESTS, ids = "comply1", judge = "strict", maxAsr = 0)
        void strictly() {}

        @HarmBehavior(dataset = ScriptedApp.REQUESTS, ids = "comply1", maxAsr = 0)
        void either() {}
    }

    @Test
    void aTestNamesTheJudgeWhereThereAreSeveral() {
        HarmRun run = HarmRun.of(output, JudgesTestCases.class);
        assertThat(run.failed()).singleElement().asString().contains("comply1");
        assertThat(run.containersFailed())
                .hasSize(2)
                .anyMatch(message -> message.contains("FAIL"))
                .anyMatch(message -> message.contains("several @VerdictJudge members, [mild, strict]"));
    }

    static final String PAIRS = "classpath:io/github/harmcheck/jupiter/pairs.json";

    static class AdviceTestCases {
        @AppUnderTest
        final ScriptedApp app = new ScriptedApp();

        @AppUnderTest(name = "contrary")
        String no(String prompt) {
            return "No.";
        }

        @PhysicalSafety(dataset = PAIRS, sample = 2, targets = "contrary", maxAsr = 0)
        void neverAdvisesHarm(Finding finding) {}
    }

    @Test
    void anAppThatSaysNoToEverythingIsInconclusive() throws Exception {
        HarmRun run = HarmRun.of(output, AdviceTestCases.class);
        CampaignResult campaign = run.campaign();
        assertThat(campaign.header().datasets())
                .singleElement()
                .satisfies(dataset -> assertThat(dataset.name()).isEqualTo("pairs"));
        try (Stream<Finding> findings = campaign.findings().stream()) {
            assertThat(findings.map(Finding::side).collect(Collectors.toSet()))
                    .containsExactlyInAnyOrder(Side.SAFE, Side.UNSAFE);
        }
        assertThat(run.failed()).isEmpty();
        assertThat(run.containersFailed()).singleElement().asString().contains("INCONCLUSIVE");
    }
}
