package io.github.harmcheck.jupiter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectIteration;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import io.github.harmcheck.assertj.HarmfulReplyError;
import io.github.harmcheck.judge.Judge;
import io.github.harmcheck.result.CampaignResult;
import io.github.harmcheck.result.Finding;
import io.github.harmcheck.result.io.JournalReader;
import io.github.harmcheck.result.io.Reviews;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult.Status;

/** Running again: one node alone, or failing nodes in the JVM that has run them. */
class RerunTests {
    private static final AtomicInteger CALLS = new AtomicInteger();

    @TempDir
    Path output;

    @BeforeEach
    void forgetCalls() {
        CALLS.set(0);
    }

    static class TestCases {
        @VerdictJudge
        final Judge judge = ScriptedApp::judge;

        @AppUnderTest
        String ask(String prompt) {
            CALLS.incrementAndGet();
            return new ScriptedApp().apply(prompt);
        }

        @HarmBehavior(
                dataset = ScriptedApp.REQUESTS,
                tags = {"refused", "complies"},
                trials = 2,
                maxAsr = 0.1)
        void refuses(Finding finding) {}
    }

    private static final String TEMPLATE = "refuses(Finding)";

    @Test
    void namesOrderAndUniqueIdsAreStable() {
        LaunchedRun one = LaunchedRun.of(output.resolve("one"), selectClass(TestCases.class));
        LaunchedRun two = LaunchedRun.of(output.resolve("two"), selectClass(TestCases.class));
        assertThat(one.ids()).hasSize(20);
        assertThat(List.copyOf(one.ids().entrySet()))
                .isEqualTo(List.copyOf(two.ids().entrySet()));
    }

    @Test
    void aNodeAloneRunsOnlyItsOwnAttemptsAndStatesNoRate() throws IOException {
        LaunchedRun all = LaunchedRun.of(output.resolve("all"), selectClass(TestCases.class));
        assertThat(all.message(TEMPLATE)).get().asString().contains("20 %");
        assertThat(CALLS).hasValue(20);

        CALLS.set(0);
        String harmful = all.nodes().stream()
                .filter(name -> name.contains("comply1"))
                .findFirst()
                .orElseThrow();
        LaunchedRun alone =
                LaunchedRun.of(output.resolve("alone"), selectUniqueId(all.ids().get(harmful)));
        assertThat(alone.nodes()).containsExactly(harmful);
        assertThat(alone.message(harmful)).get().asString().contains("not counted in ASR");
        assertThat(CALLS).hasValue(1);
        assertThat(alone.results().get(TEMPLATE).getStatus()).isEqualTo(Status.SUCCESSFUL);
        CampaignResult campaign = campaigns(output.resolve("alone")).get(0);
        assertThat(campaign.header().partial()).isTrue();
        assertThat(campaign.trials()).isEqualTo(1);
    }

    @Test
    void iterationsOfAMethodAreNodesAlone() throws IOException {
        LaunchedRun run =
                LaunchedRun.of(output, selectIteration(selectMethod(TestCases.class, "refuses", Finding.class), 0, 3));
        assertThat(run.nodes()).hasSize(2);
        assertThat(CALLS).hasValue(2);
        assertThat(campaigns(output))
                .singleElement()
                .matches(campaign -> campaign.header().partial());
    }

    @Test
    void aNodeBesideItsWholeClassIsNoPartialRun() throws IOException {
        LaunchedRun run = LaunchedRun.of(
                output,
                selectClass(TestCases.class),
                selectIteration(selectMethod(TestCases.class, "refuses", Finding.class), 0));
        assertThat(run.message(TEMPLATE)).get().asString().contains("20 %");
        assertThat(CALLS).hasValue(20);
        assertThat(campaigns(output))
                .singleElement()
                .matches(campaign -> !campaign.header().partial());
    }

    /** A rerun of failing tests asks the provider again with a new root store (trial). */
    @Test
    void aFinishedCampaignIsNotRunAgainInTheSameJvm() throws IOException {
        LaunchedRun first = LaunchedRun.of(output, selectClass(TestCases.class));
        String harmful = first.nodes().stream()
                .filter(name -> name.contains("comply2"))
                .findFirst()
                .orElseThrow();
        assertThat(CALLS).hasValue(20);

        LaunchedRun again = LaunchedRun.of(output, selectUniqueId(first.ids().get(harmful)));
        assertThat(CALLS).as("no verdict is rolled again").hasValue(20);
        assertThat(again.message(harmful)).isEqualTo(first.message(harmful));
        assertThat(again.message(TEMPLATE))
                .get()
                .isEqualTo(first.message(TEMPLATE).orElseThrow());
        assertThat(campaigns(output)).hasSize(1);

        LaunchedRun whole = LaunchedRun.of(output, selectClass(TestCases.class));
        assertThat(whole.nodes()).isEqualTo(first.nodes());
        assertThat(CALLS).hasValue(20);
    }

    @Test
    void aRunAfterItsJournalWasDeletedIsAnotherRun() throws IOException {
        LaunchedRun.of(output, selectClass(TestCases.class));
        for (Path journal : JournalReader.journals(output.resolve("findings"))) {
            Files.delete(journal);
        }
        LaunchedRun.of(output, selectClass(TestCases.class));
        assertThat(CALLS).hasValue(40);
    }

    @Test
    void theRunEndsWithAReportEvenWhereItIsRed() {
        LaunchedRun run = LaunchedRun.of(output, selectClass(TestCases.class));
        assertThat(run.results().get(TEMPLATE).getStatus()).isEqualTo(Status.FAILED);
        assertThat(output.resolve("report").resolve("index.html"))
                .content()
                .contains("refuses")
                .contains("direct");
        assertThat(output.resolve("report").resolve("summary.md")).content().contains("direct");
    }

    private static final Set<String> ASKED = ConcurrentHashMap.newKeySet();

    abstract static class BaseTestCases {
        @VerdictJudge
        final Judge judge = ScriptedApp::judge;

        @Nested
        class InheritedTestCases {
            @HarmBehavior(dataset = ScriptedApp.REQUESTS, tags = "refused", sample = 2)
            void refuses() {}
        }
    }

    static class OneHeirTestCases extends BaseTestCases {
        @AppUnderTest
        String ask(String prompt) {
            ASKED.add("one");
            return "I cannot.";
        }
    }

    static class OtherHeirTestCases extends BaseTestCases {
        @AppUnderTest
        String ask(String prompt) {
            ASKED.add("other");
            return "I cannot.";
        }
    }

    @Test
    void aNestedTestOfTwoHeirsIsACampaignForEach() throws IOException {
        ASKED.clear();
        LaunchedRun.of(output, selectClass(OneHeirTestCases.class), selectClass(OtherHeirTestCases.class));
        assertThat(ASKED).containsExactlyInAnyOrder("one", "other");
        assertThat(campaigns(output)).hasSize(2);
    }

    static class TwoTargetsTestCases {
        @AppUnderTest
        final ScriptedApp one = new ScriptedApp();

        @AppUnderTest
        final ScriptedApp two = new ScriptedApp();

        @VerdictJudge
        final Judge judge = ScriptedApp::judge;

        @HarmBehavior(dataset = ScriptedApp.REQUESTS, tags = "refused", sample = 2)
        void refuses() {}
    }

    @Test
    void allNodesOfOneTargetAloneAreAPartOfTheTest() throws IOException {
        LaunchedRun run =
                LaunchedRun.of(output, selectIteration(selectMethod(TwoTargetsTestCases.class, "refuses"), 0, 1));
        assertThat(run.nodes()).hasSize(2).allMatch(name -> name.startsWith("one: "));
        assertThat(campaigns(output))
                .singleElement()
                .matches(campaign -> campaign.header().partial());
    }

    static class SecondThoughtsTestCases extends TestCases {
        static final AtomicInteger RUNS = new AtomicInteger();

        @HarmBehavior(dataset = ScriptedApp.REQUESTS, ids = "ok1", maxAsr = 0.6)
        void asserts(Finding finding) {
            if (RUNS.incrementAndGet() > 1) {
                throw new HarmfulReplyError("harmful after all", List.of());
            }
        }
    }

    @Test
    void anAssertionIsNotHiddenWhereTheFinishedCampaignCannotBeAmended() {
        SecondThoughtsTestCases.RUNS.set(0);
        LaunchedRun first =
                LaunchedRun.of(output, selectMethod(SecondThoughtsTestCases.class, "asserts", Finding.class));
        String node = first.nodes().get(0);
        LaunchedRun again =
                LaunchedRun.of(output, selectMethod(SecondThoughtsTestCases.class, "asserts", Finding.class));
        assertThat(again.message(node)).get().asString().startsWith("harmful after all");
        assertThat(again.results().get(node).getStatus()).isEqualTo(Status.FAILED);
    }

    private static List<CampaignResult> campaigns(Path output) throws IOException {
        List<CampaignResult> campaigns = new ArrayList<>();
        for (Path journal : JournalReader.journals(output.resolve("findings"))) {
            campaigns.add(JournalReader.read(journal, Reviews.none()));
        }
        return campaigns;
    }
}
