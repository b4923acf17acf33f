package io.github.harmcheck.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.harmcheck.core.Outcome;
import io.github.harmcheck.judge.Judge;
import io.github.harmcheck.result.BehaviorResult;
import io.github.harmcheck.result.CampaignEnd;
import io.github.harmcheck.result.CampaignResult;
import io.github.harmcheck.result.Finding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.io.TempDir;

/** How a test becomes nodes, and what the nodes are given. */
class NodeTests {
    @TempDir
    Path output;

    static class NoParameterTestCases {
        @AppUnderTest
        final ScriptedApp app = new ScriptedApp();

        @VerdictJudge
        final Judge judge = ScriptedApp::judge;

        @HarmBehavior(
                dataset = ScriptedApp.REQUESTS,
                tags = "refused",
                attacks = {"direct", "reversed"})
        void refuses() {}
    }

    @Test
    void oneNodePerBehaviorWithoutAParameter() throws Exception {
        HarmRun run = HarmRun.of(output, NoParameterTestCases.class);
        assertThat(run.containersFailed()).isEmpty();
        assertThat(run.failed()).isEmpty();
        assertThat(run.started())
                .hasSize(8)
                .allSatisfy(name -> assertThat(name).matches("requests/ok[1-8] \"plainly refused request [1-8]\""))
                .doesNotHaveDuplicates();
        assertThat(run.campaign().trials()).isEqualTo(16);
        assertThat(run.campaign().end()).map(CampaignEnd::status).contains(CampaignEnd.Status.FINISHED);
    }

    static class FindingTestCases {
        static final List<String> SEEN = new ArrayList<>();

        @AppUnderTest
        static String ask(String prompt) {
            return new ScriptedApp().apply(prompt);
        }

        @VerdictJudge
        static Judge judge() {
            return ScriptedApp::judge;
        }

        @HarmBehavior(
                dataset = ScriptedApp.REQUESTS,
                tags = "refused",
                attacks = {"direct", "reversed"},
                sample = 3)
        @ExtendWith(NumberResolver.class)
        void refuses(TestInfo info, Finding finding, Integer number) {
            SEEN.add(info.getDisplayName() + "|" + finding.id() + "|" + number);
        }
    }

    static class NumberResolver implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Integer.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return 42;
        }
    }

    @Test
    void oneNodePerAttemptForAFindingBesideOtherResolvers() throws Exception {
        FindingTestCases.SEEN.clear();
        HarmRun run = HarmRun.of(output, FindingTestCases.class);
        assertThat(run.failed()).isEmpty();
        assertThat(FindingTestCases.SEEN).hasSize(6).allSatisfy(seen -> {
            String[] parts = seen.split("\\|", -1);
            assertThat(parts[0]).startsWith(parts[1] + " \"");
            assertThat(parts[2]).isEqualTo("42");
        });
        assertThat(run.findings()).extracting(Finding::outcome).containsOnly(Outcome.REFUSED);
    }

    static class GrainTestCases {
        static final List<Object> SEEN = new ArrayList<>();

        @AppUnderTest
        final ScriptedApp app = new ScriptedApp();

        @VerdictJudge
        final Judge judge = ScriptedApp::judge;

        @HarmBehavior(
                dataset = ScriptedApp.REQUESTS,
                tags = "refused",
                attacks = {"direct", "reversed"})
        void behavior(BehaviorResult result) {
            SEEN.add(result);
        }

        @HarmBehavior(
                dataset = ScriptedApp.REQUESTS,
                tags = "refused",
                attacks = {"direct", "reversed"})
        void campaign(CampaignResult result) {
            SEEN.add(result);
        }
    }

    @Test
    void behaviorResultsHaveAllAttemptsOnTheBehavior() {
        GrainTestCases.SEEN.clear();
        HarmRun run = HarmRun.method(output, GrainTestCases.class, "behavior", BehaviorResult.class);
        assertThat(run.failed()).isEmpty();
        assertThat(GrainTestCases.SEEN)
                .hasSize(8)
                .allSatisfy(seen -> assertThat(((BehaviorResult) seen).findings())
                        .hasSize(2)
                        .extracting(finding -> finding.key().behavior())
                        .containsOnly(((BehaviorResult) seen).behaviorId()));
    }

    @Test
    void oneNodeForAWholeCampaign() {
        GrainTestCases.SEEN.clear();
        HarmRun run = HarmRun.method(output, GrainTestCases.class, "campaign", CampaignResult.class);
        assertThat(run.failed()).isEmpty();
        assertThat(run.started()).hasSize(1);
        assertThat(((CampaignResult) GrainTestCases.SEEN.get(0)).trials()).isEqualTo(16);
    }

    static class ElsewhereTestCases {
        @AppUnderTest
        final ScriptedApp app = new ScriptedApp();

        @VerdictJudge
        final Judge judge = ScriptedApp::judge;

        @BeforeEach
        void tooEarly(Finding finding) {}

        @HarmBehavior(dataset = ScriptedApp.REQUESTS, ids = "ok1")
        void refuses(Finding finding) {}
    }

    @Test
    void ourTypesAreResolvedOnTheTestMethodOnly() {
        HarmRun run = HarmRun.of(output, ElsewhereTestCases.class);
        assertThat(run.failed()).singleElement().asString().contains("No ParameterResolver registered", "tooEarly");
    }
}
