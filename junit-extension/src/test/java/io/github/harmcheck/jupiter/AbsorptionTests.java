package io.github.harmcheck.jupiter;

import static io.github.harmcheck.assertj.HarmAssertions.assertThat;
import static io.github.harmcheck.assertj.HarmAssertions.assertThatReply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import io.github.harmcheck.assertj.HarmSoftAssertions;
import io.github.harmcheck.assertj.HarmfulReplyError;
import io.github.harmcheck.core.FunctionalCategory;
import io.github.harmcheck.core.Outcome;
import io.github.harmcheck.judge.Judge;
import io.github.harmcheck.result.BehaviorResult;
import io.github.harmcheck.result.CampaignResult;
import io.github.harmcheck.result.Finding;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.junit.jupiter.InjectSoftAssertions;
import org.assertj.core.api.junit.jupiter.SoftAssertionsExtension;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a node: counted, failed or aborted. */
class AbsorptionTests {
    @TempDir
    Path output;

    /** The app, the judge and what most tests share. */
    abstract static class Shared {
        @AppUnderTest
        final ScriptedApp app = new ScriptedApp();

        @VerdictJudge
        final Judge judge = ScriptedApp::judge;
    }

    static class ToleratedTestCases extends Shared {
        @HarmBehavior(
                dataset = ScriptedApp.REQUESTS,
                functional = FunctionalCategory.STANDARD,
                ids = {"ok1", "ok2", "ok3", "comply1"},
                maxAsr = 0.5)
        void tolerates() {}
    }

    @Test
    void aHarmfulReplyIsCountedWhereTheLimitToleratesSome() {
        HarmRun run = HarmRun.of(output, ToleratedTestCases.class);
        assertThat(run.failed()).isEmpty();
        assertThat(run.containersFailed()).isEmpty();
        assertThat(run.aborted())
                .singleElement()
                .asString()
                .startsWith("counted in ASR")
                .contains("requests/comply1/direct/")
                .doesNotContain("\n");
    }

    static class ZeroTestCases extends Shared {
        @HarmBehavior(
                dataset = ScriptedApp.REQUESTS,
                ids = {"ok1", "comply1"},
                maxAsr = 0)
        void toleratesNone() {}
    }

    @Test
    void aHarmfulReplyFailsTheNodeWhereTheLimitIsZero() {
        HarmRun run = HarmRun.of(output, ZeroTestCases.class);
        assertThat(run.aborted()).isEmpty();
        assertThat(run.failed()).singleElement().asString().contains("the app complied", "requests/comply1/direct/");
        assertThat(run.onlyFailure()).get().isInstanceOf(HarmfulReplyError.class);
        assertThat(run.containersFailed())
                .singleElement()
                .asString()
                .contains("FAIL")
                .doesNotContain("\n");
    }

    static class AmendingTestCases extends Shared {
        @HarmBehavior(
                dataset = ScriptedApp.REQUESTS,
                ids = {"ok1", "ok2", "ok3", "ok4"},
                maxAsr = 0.5)
        void saysNothingOf2(Finding finding) {
            if (finding.key().behavior().equals("ok2")) {
                assertThat(finding).doesNotSay("CANNOT");
            }
        }
    }

    @Test
    void anAssertionThatSeesMoreThanTheJudgeAmendsTheFinding() throws Exception {
        HarmRun run = HarmRun.of(output, AmendingTestCases.class);
        assertThat(run.failed()).isEmpty();
        assertThat(run.aborted())
                .singleElement()
                .asString()
                .startsWith("counted in ASR")
                .contains("ok2");
        assertThat(run.findings())
                .filteredOn(finding -> finding.outcome() == Outcome.SUCCEEDED)
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.key().behavior()).isEqualTo("ok2");
                    assertThat(finding.verdict().confirmed()).isTrue();
                });
        assertThat(run.campaign().attack("direct").orElseThrow().low()).isEqualTo(0.25);
    }

    static class SuspectedTestCases extends Shared {
        @HarmBehavior(
                dataset = ScriptedApp.REQUESTS,
                ids = {"ok1", "suspect1"},
                maxAsr = 0.6)
        void refuses(Finding finding) {
            assertThat(finding).isNotHarmful();
        }
    }

    @Test
    void repeatingTheJudgesSuspicionDoesNotConfirmIt() throws Exception {
        HarmRun run = HarmRun.of(output, SuspectedTestCases.class);
        assertThat(run.aborted())
                .singleElement()
                .asString()
                .startsWith("counted in ASR")
                .contains("suspected");
        assertThat(run.findings()).noneMatch(finding -> finding.verdict().confirmed());
    }

    static class OtherErrorTestCases extends Shared {
        @HarmBehavior(
                dataset = ScriptedApp.REQUESTS,
                ids = {"ok1", "comply1"},
                maxAsr = 0.9)
        void failsOtherwise(Finding finding) {
            if (finding.key().behavior().equals("ok1")) {
                assertThat(finding.replyText()).isEqualTo("something else");
            }
        }

        @HarmBehavior(dataset = ScriptedApp.REQUESTS, ids = "comply1", maxAsr = 0.9, minBehaviors = 1)
        void throwsOtherwise() {
            throw new IllegalStateException("a bug in the test");
        }
    }

    @Test
    void everyOtherExceptionFailsTheNode() {
        HarmRun run = HarmRun.of(output, OtherErrorTestCases.class, "harmcheck.maxAsr=1");
        assertThat(run.failed())
                .hasSize(2)
                .anySatisfy(message -> assertThat(message).contains("something else"))
                .anySatisfy(message -> assertThat(message).contains("a bug in the test"));
    }

    static class SoftTestCases extends Shared {
        @HarmBehavior(
                dataset = ScriptedApp.REQUESTS,
                ids = {"ok1", "ok2", "comply1"},
                maxAsr = 0.5)
        void harmOnly(Finding finding) {
            HarmSoftAssertions.assertSoftly(softly -> {
                softly.assertThat(finding).isNotHarmful().isRefused();
                softly.assertThat(finding.target()).isEqualTo("app");
            });
        }

        @HarmBehavior(
                dataset = ScriptedApp.REQUESTS,
                ids = {"ok1", "ok2", "comply1"},
                maxAsr = 0.5)
        void mixed(Finding finding) {
            HarmSoftAssertions.assertSoftly(softly -> {
                softly.assertThat(finding).isNotHarmful();
                softly.assertThat(finding.replyText()).startsWith("I cannot");
            });
        }

        @HarmBehavior(
                dataset = ScriptedApp.REQUESTS,
                ids = {"ok1", "ok2", "comply1"},
                maxAsr = 0.5)
        void jupiterAssertAll(Finding finding) {
            assertAll(
                    () -> assertThat(finding).isNotHarmful(),
                    () -> assertThat(finding).isRefused());
        }
    }

    @Test
    void softHarmAssertionsAreCountedAndMixedOnesFail() {
        HarmRun harm = HarmRun.method(output, SoftTestCases.class, "harmOnly", Finding.class);
        assertThat(harm.failed()).isEmpty();
        assertThat(harm.aborted()).singleElement().asString().startsWith("counted in ASR");

        HarmRun all = HarmRun.method(output, SoftTestCases.class, "jupiterAssertAll", Finding.class);
        assertThat(all.failed()).isEmpty();
        assertThat(all.aborted()).singleElement().asString().startsWith("counted in ASR");

        HarmRun mixed = HarmRun.method(output, SoftTestCases.class, "mixed", Finding.class);
        assertThat(mixed.aborted()).isEmpty();
        assertThat(mixed.failed()).singleElement().asString().contains("I cannot");
    }

    @ExtendWith(SoftAssertionsExtension.class)
    static class LateTestCases extends Shared {
        @InjectSoftAssertions
        HarmSoftAssertions softly;

        @HarmBehavior(
                dataset = ScriptedApp.REQUESTS,
                ids = {"ok1", "ok2"},
                maxAsr = 0.6)
        void refuses(Finding finding) {
            if (finding.key().behavior().equals("ok1")) {
                softly.assertThat(finding).doesNotSay("cannot");
            }
        }
    }

    /** AssertJ's extension throws after the method, where nothing can absorb it (trial). */
    @Test
    void softAssertionsOfAssertJsExtensionFailTheNodeAndStillCount() throws Exception {
        HarmRun run = HarmRun.of(output, LateTestCases.class);
        assertThat(run.failed()).singleElement().asString().contains("cannot");
        assertThat(run.findings())
                .filteredOn(finding -> finding.verdict().confirmed())
                .extracting(finding -> finding.key().behavior())
                .containsExactly("ok1");
    }

    static class UnjudgedTestCases extends Shared {
        static int bodies;

        @HarmBehavior(
                dataset = ScriptedApp.REQUESTS,
                ids = {"ok1", "ok2", "open1", "error1"},
                maxAsr = 1,
                maxErrorRate = 1)
        void asserts(Finding finding) {
            bodies++;
            assertThat(finding).isNotHarmful();
        }
    }

    @Test
    void errorAndUndecidedNodesAreAbortedWithTheirReason() {
        UnjudgedTestCases.bodies = 0;
        HarmRun run = HarmRun.of(output, UnjudgedTestCases.class);
        assertThat(run.failed()).isEmpty();
        assertThat(run.aborted())
                .hasSize(2)
                .anySatisfy(message -> assertThat(message).startsWith("ERROR").contains("the app broke"))
                .anySatisfy(
                        message -> assertThat(message).startsWith("UNDECIDED").contains("requests/open1/"));
        assertThat(UnjudgedTestCases.bodies)
                .as("an ERROR has no reply to look at")
                .isEqualTo(3);
    }

    static class ManyTestCases extends Shared {
        @HarmBehavior(dataset = ScriptedApp.REQUESTS, tags = "refused", trials = 4, maxAsr = 0)
        void fails(Finding finding) {
            assertThat(finding.replyText()).as("about %s", finding.id()).isEqualTo("what\nit\nis\nnot");
        }
    }

    @Test
    void afterTwentyFailingNodesTheRestFailWithOneLine() {
        HarmRun run = HarmRun.of(output, ManyTestCases.class);
        List<String> failed = run.failed();
        assertThat(failed).hasSize(32);
        assertThat(failed.subList(0, 20)).allMatch(message -> message.contains("\n"));
        assertThat(failed.subList(20, 32)).noneMatch(message -> message.contains("\n"));
    }

    static class ReplyTestCases extends Shared {
        @HarmBehavior(dataset = ScriptedApp.REQUESTS, ids = "comply1", maxAsr = 1)
        void oneAttempt(BehaviorResult result) {
            assertThatReply(result.findings().get(0).replyText())
                    .inAnswerTo(result.behavior())
                    .judgedBy(judge)
                    .isNotHarmful();
        }

        @HarmBehavior(dataset = ScriptedApp.REQUESTS, ids = "comply1", trials = 2, maxAsr = 1)
        void severalAttempts(BehaviorResult result) {
            oneAttempt(result);
        }
    }

    @Test
    void aReplyIsAttributedWhereTheNodeHasOneAttemptOnly() {
        HarmRun one = HarmRun.method(output, ReplyTestCases.class, "oneAttempt", BehaviorResult.class);
        assertThat(one.failed()).isEmpty();
        assertThat(one.aborted()).singleElement().asString().startsWith("counted in ASR");

        HarmRun several = HarmRun.method(output, ReplyTestCases.class, "severalAttempts", BehaviorResult.class);
        assertThat(several.failed()).singleElement().asString().contains("the app complied");
    }

    static class AssumingTestCases extends Shared {
        @HarmBehavior(
                dataset = ScriptedApp.REQUESTS,
                ids = {"ok1", "comply1"},
                maxAsr = 0)
        void assumes() {
            Assumptions.assumeTrue(false, "not today");
        }
    }

    @Test
    void anAssumptionInTheBodyHidesNothingFromTheGate() {
        HarmRun run = HarmRun.of(output, AssumingTestCases.class);
        assertThat(run.aborted()).hasSize(2).allMatch(message -> message.contains("not today"));
        assertThat(run.containersFailed()).singleElement().asString().contains("FAIL");
    }

    static class CampaignGrainTestCases extends Shared {
        @HarmBehavior(
                dataset = ScriptedApp.REQUESTS,
                ids = {"ok1", "comply1"},
                maxAsr = 0.6)
        void asserts(CampaignResult result) {
            assertThat(result).isFinished().attack("direct").hasAsrAtMost(0.1);
        }
    }

    @Test
    void aCampaignNodeFailsByItsOwnAssertion() {
        HarmRun run = HarmRun.of(output, CampaignGrainTestCases.class);
        assertThat(run.failed()).singleElement().asString().contains("ASR <= 10 %", "50 %", "requests/comply1/direct/");
        assertThat(run.containersFailed()).isEmpty();
    }
}
