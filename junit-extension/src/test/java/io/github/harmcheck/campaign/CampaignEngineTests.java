package io.github.harmcheck.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.harmcheck.core.AttemptKey;
import io.github.harmcheck.core.Message;
import io.github.harmcheck.core.Outcome;
import io.github.harmcheck.core.Reply;
import io.github.harmcheck.core.ToolCall;
import io.github.harmcheck.judge.Judges;
import io.github.harmcheck.result.CampaignEnd.Status;
import io.github.harmcheck.result.CampaignResult;
import io.github.harmcheck.result.Finding;
import io.github.harmcheck.target.AroundAttempt;
import io.github.harmcheck.target.BrokenReplyException;
import io.github.harmcheck.target.Conversation;
import io.github.harmcheck.target.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class CampaignEngineTests {
    @TempDir
    Path folder;

    @Test
    void everyPlannedTrialEndsOnceInTheJournal() throws Exception {
        Campaigns campaign = Campaigns.of(answering("I can't help with that."), folder)
                .behaviors(200)
                .attacks(Campaigns.attack("direct", 1), Campaigns.attack("other", 3));

        CampaignResult result = finish(campaign);

        List<String> planned;
        try (Stream<Plan.PlannedTrial> trials = campaign.start().plan().stream()) {
            planned = trials.map(trial -> trial.key().id()).toList();
        }
        assertThat(planned).hasSize(800).doesNotHaveDuplicates();
        assertThat(findings(result).stream().map(Finding::id)).containsExactlyInAnyOrderElementsOf(planned);
        assertThat(result.header().plannedTrials()).isEqualTo(800);
        assertThat(result.end().orElseThrow().status()).isEqualTo(Status.FINISHED);
    }

    @Test
    void neverMoreTrialsAtAnEndpointThanTheLimitAllowsAlsoAcrossCampaigns() throws Exception {
        AtomicInteger busy = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Target slow = key -> message -> {
            most.accumulateAndGet(busy.incrementAndGet(), Math::max);
            Thread.sleep(3);
            busy.decrementAndGet();
            return Reply.of("No.");
        };
        try (RunningCampaign first = Campaigns.of(slow, folder).behaviors(60).begin();
                RunningCampaign second =
                        Campaigns.of(slow, folder).behaviors(60).begin()) {
            first.finish();
            second.finish();
        }
        assertThat(most.get()).isEqualTo(4);
    }

    @Test
    void failuresOfTheAppAreErrorsWithTheirCauseAndNeverRefusals() throws Exception {
        Finding failed = only(Campaigns.of(
                key -> {
                    throw new IllegalStateException("no {} connection %s");
                },
                folder));
        assertThat(failed.outcome()).isEqualTo(Outcome.ERROR);
        assertThat(failed.error()).isEqualTo("IllegalStateException: no {} connection %s");

        assertThat(only(Campaigns.of(key -> message -> nothing(), folder)).error())
                .contains("the app returned null");
        assertThat(only(Campaigns.of(answering("Sure"), folder).judge(exchange -> {
                            throw new IllegalStateException("judge is out");
                        }))
                        .error())
                .contains("judge is out");
    }

    @Test
    void anErrorOfTheJvmIsRecordedToo() throws Exception {
        Finding failed = only(Campaigns.of(
                key -> message -> {
                    throw new NoClassDefFoundError("SomeClass");
                },
                folder));
        assertThat(failed.outcome()).isEqualTo(Outcome.ERROR);
        assertThat(failed.error()).contains("NoClassDefFoundError: SomeClass");
    }

    @Test
    void aReplyThatAGuardrailStoppedIsBlockedAndNotJudged() throws Exception {
        Finding blocked = only(Campaigns.of(key -> message -> Reply.blocked("input guardrail Dosage"), folder)
                .judge(exchange -> {
                    throw new AssertionError("asked");
                }));
        assertThat(blocked.outcome()).isEqualTo(Outcome.BLOCKED);
        assertThat(blocked.verdict().reason()).contains("input guardrail Dosage");
    }

    @Test
    void aToolThatRanBeforeTheReplyWasStoppedStillCounts() throws Exception {
        Target target = key -> message -> Reply.builder("")
                .blockedBy("output guardrail")
                .toolCall(new ToolCall("placeOrder", "{}"))
                .build();
        Finding ordered = only(Campaigns.of(target, folder).judge(Judges.toolCall("placeOrder")));
        assertThat(ordered.outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(ordered.verdict().confirmed()).isTrue();
        Finding harmless = only(Campaigns.of(target, folder).judge(Judges.toolCall("deleteAccount")));
        assertThat(harmless.outcome()).isEqualTo(Outcome.BLOCKED);
    }

    @Test
    void whatWasSaidBeforeAFilterCutItIsJudged() throws Exception {
        Finding cut = only(Campaigns.of(
                key -> message -> Reply.builder("")
                        .partialText("Sure, first")
                        .blockedBy("provider content filter")
                        .build(),
                folder));
        assertThat(cut.outcome()).isEqualTo(Outcome.SUCCEEDED);
    }

    @Test
    void anErrorInCleaningUpAfterAFailureDoesNotHangTheCampaign() throws Exception {
        Target target = key -> new Conversation() {
            @Override
            public Reply say(Message message) {
                throw new IllegalStateException("fails");
            }

            @Override
            public void close() {
                throw new AssertionError("fails too");
            }
        };
        assertThat(only(Campaigns.of(target, folder)).error()).contains("IllegalStateException: fails");
    }

    @Test
    void whatAReplySaidBeforeItBrokeOffIsKept() throws Exception {
        Finding broken = only(Campaigns.of(
                key -> message -> {
                    throw new BrokenReplyException("Sure, first", new IOException("reset"));
                },
                folder));
        assertThat(broken.outcome()).isEqualTo(Outcome.ERROR);
        assertThat(broken.replies())
                .singleElement()
                .satisfies(reply -> assertThat(reply.partialText()).isEqualTo("Sure, first"));
    }

    @Test
    void aCallThatTakesTooLongIsInterruptedAndAnError() throws Exception {
        Target sleeping = key -> message -> {
            Thread.sleep(60_000);
            return Reply.of("Sure");
        };
        Finding late = only(Campaigns.of(sleeping, folder).limits(null, Duration.ofMillis(50)));
        assertThat(late.outcome()).isEqualTo(Outcome.ERROR);
        assertThat(late.error()).contains("the target took longer than 50 ms (harmcheck.callTimeout)");
    }

    @Test
    void aCallThatIgnoresItsInterruptIsGivenUp() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        Target deaf = key -> message -> {
            while (end.getCount() > 0) {
                try {
                    end.await();
                } catch (InterruptedException e) {
                    continue;
                }
            }
            return Reply.of("Sure");
        };
        try {
            Finding deafFinding = only(Campaigns.of(deaf, folder).limits(null, Duration.ofMillis(50)));
            assertThat(deafFinding.outcome()).isEqualTo(Outcome.ERROR);
            assertThat(deafFinding.error()).contains("did not react to being interrupted");
        } finally {
            end.countDown();
        }
    }

    @Test
    void theHookRunsOnTheThreadOfTheCallAndIsUndoneWhateverHappens() throws Exception {
        ThreadLocal<AttemptKey> tenant = new ThreadLocal<>();
        Queue<AttemptKey> seen = new ConcurrentLinkedQueue<>();
        AtomicInteger undone = new AtomicInteger();
        AroundAttempt hook = key -> {
            tenant.set(key);
            return () -> {
                tenant.remove();
                undone.incrementAndGet();
            };
        };
        Target target = key -> message -> {
            assertThat(tenant.get()).isEqualTo(key);
            seen.add(key);
            throw new IllegalStateException("fails");
        };
        finish(Campaigns.of(target, folder).around(hook));
        assertThat(seen).hasSize(10);
        assertThat(undone).hasValue(10);
    }

    @Test
    void conversationsAreClosedAlsoAfterAFailure() throws Exception {
        AtomicInteger open = new AtomicInteger();
        Target target = key -> {
            open.incrementAndGet();
            return new Conversation() {
                @Override
                public Reply say(Message message) {
                    throw new IllegalStateException("fails");
                }

                @Override
                public void close() {
                    open.decrementAndGet();
                }
            };
        };
        finish(Campaigns.of(target, folder));
        assertThat(open).hasValue(0);
    }

    @Test
    void aPlanLargerThanMaxCallsStopsBeforeTheFirstCall() {
        AtomicBoolean called = new AtomicBoolean();
        Target target = key -> {
            called.set(true);
            return message -> Reply.of("Sure");
        };
        assertThatThrownBy(() -> Campaigns.of(target, folder).maxCalls(9).begin())
                .isInstanceOf(CampaignException.class)
                .hasMessageContaining("up to 10 calls")
                .hasMessageContaining("maxCalls = 10");
        assertThat(called).isFalse();
    }

    @Test
    void thePlanSaysWhatItCostsAndWhatItsGateCanDo() {
        Plan plan = Campaigns.of(answering("No."), folder)
                .behaviors(30)
                .attacks(Campaigns.attack("direct", 1), Campaigns.attack("other", 3))
                .start()
                .plan();
        assertThat(plan.lines())
                .containsExactly(
                        "plan: 30 behaviors, 120 attempts, at most 120 calls to the target",
                        "  direct: 30 attempts on 30 behaviors",
                        "  other: 90 attempts on 30 behaviors",
                        "  about 24,000 tokens in, 36,000 out, 1 min, if a call takes 200 tokens in, 300 out and 2 s",
                        "  30 behaviors, limit 5 %: a true 2.5 % app fails 17 % of builds, a true 10 % app is caught in"
                                + " 82 %");
    }

    @Test
    void aCampaignOverItsTimeEndsAsStopped() throws Exception {
        Target sleeping = key -> message -> {
            Thread.sleep(60_000);
            return Reply.of("Sure");
        };
        CampaignResult result =
                finish(Campaigns.of(sleeping, folder).limits(Duration.ofMillis(200), Duration.ofSeconds(60)));
        assertThat(result.end().orElseThrow().status()).isEqualTo(Status.STOPPED);
        assertThat(result.end().orElseThrow().reason()).contains("maxDuration");
        assertThat(result.trials()).isZero();
    }

    @Test
    void findingsAreReadBackWithTheirAmendments() throws Exception {
        try (RunningCampaign running = Campaigns.of(answering("No."), folder).begin()) {
            AttemptKey key = new AttemptKey("numbers", "b3", "direct", "v1", 1);
            assertThat(running.await(key).outcome()).isEqualTo(Outcome.REFUSED);
            running.amend(key, "assertion", "said too much");
            Finding amended = running.await(key);
            assertThat(amended.outcome()).isEqualTo(Outcome.SUCCEEDED);
            assertThat(amended.verdict().confirmed()).isTrue();
            CampaignResult result = running.finish();
            assertThat(findings(result))
                    .filteredOn(finding -> finding.outcome() == Outcome.SUCCEEDED)
                    .singleElement()
                    .satisfies(finding -> {
                        assertThat(finding.key()).isEqualTo(key);
                        assertThat(finding.verdict().reason()).isEqualTo("assertion: said too much");
                    });
            assertThat(running.finish()).isSameAs(result);
        }
    }

    @Test
    void aTrialThatIsNotPartOfTheRunIsSaidSo() throws Exception {
        AttemptKey mine = new AttemptKey("numbers", "b3", "direct", "v1", 1);
        AttemptKey other = new AttemptKey("numbers", "b4", "direct", "v1", 1);
        try (RunningCampaign running =
                Campaigns.of(answering("No."), folder).start().start(mine::equals, true, true)) {
            assertThat(running.await(mine).outcome()).isEqualTo(Outcome.REFUSED);
            assertThatThrownBy(() -> running.await(other)).hasMessageContaining("not part of this campaign");
            assertThat(running.finish().header().partial()).isTrue();
        }
    }

    @Test
    void keysInRepliesAndErrorsDoNotReachTheJournal() throws Exception {
        String key = "sk-proj-abcdefghijklmnop0123456789";
        finish(Campaigns.of(answering("Sure, the key is " + key), folder));
        finish(Campaigns.of(
                target -> {
                    throw new IllegalStateException("401 for Bearer " + key);
                },
                folder));
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile).toList())
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(Files.readString(file))
                            .doesNotContain(key)
                            .contains("***"));
        }
    }

    @Test
    void theSameSeedGivesByteIdenticalAttempts() throws Exception {
        List<String> first = prompts(finish(Campaigns.of(answering("No."), folder)));
        List<String> second = prompts(finish(Campaigns.of(answering("No."), folder)));
        assertThat(first).isEqualTo(second).isNotEmpty();
    }

    @Test
    void aRunWithoutEndLeavesItsThreadsBehindNowhere() throws Exception {
        RunningCampaign running =
                Campaigns.of(answering("No."), folder).behaviors(100).begin();
        running.close();
        int quiet = 0;
        for (int i = 0; i < 250 && quiet < 10; i++) {
            Thread.sleep(20);
            quiet = engineThreads().isEmpty() ? quiet + 1 : 0;
        }
        assertThat(quiet).as(() -> "threads left: " + engineThreads()).isEqualTo(10);
    }

    @Test
    void aCampaignThatCouldNotBeginLeavesItsReasonForTheGate() throws Exception {
        CampaignResult aborted = Campaign.against(answering("No."))
                .attacks("no-such-attack")
                .test("example.SomeTest", "method")
                .findingsFolder(folder)
                .abort("harmbench-text is not in /data");
        assertThat(aborted.abortedReason()).isEqualTo("harmbench-text is not in /data");
        assertThat(aborted.end().orElseThrow().status()).isEqualTo(Status.ABORTED);
        assertThat(aborted.header().title()).isEqualTo("SomeTest.method");
    }

    @Test
    void findingsCanBeReadAfterTheEnd() throws Exception {
        RunningCampaign running = Campaigns.of(answering("No."), folder).begin();
        running.finish();
        running.close();
        AttemptKey key = new AttemptKey("numbers", "b3", "direct", "v1", 1);
        assertThat(running.await(key).outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(running.finish().trials()).isEqualTo(10);
    }

    private static List<String> engineThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(Thread::isAlive)
                .map(Thread::getName)
                .filter(name -> name.startsWith("harmcheck-"))
                .toList();
    }

    private static List<String> prompts(CampaignResult result) {
        return findings(result).stream()
                .map(finding -> finding.id() + finding.messages())
                .sorted()
                .toList();
    }

    private static List<Finding> findings(CampaignResult result) {
        try (Stream<Finding> findings = result.findings().stream()) {
            return new ArrayList<>(findings.toList());
        }
    }

    private static Finding only(Campaigns campaign) throws Exception {
        return findings(finish(campaign.behaviors(1))).get(0);
    }

    private static CampaignResult finish(Campaigns campaign) throws Exception {
        try (RunningCampaign running = campaign.begin()) {
            return running.finish();
        }
    }

    private static Target answering(String text) {
        return key -> message -> Reply.of(text);
    }

    @SuppressWarnings("NullAway")
    private static Reply nothing() {
        return null;
    }
}
