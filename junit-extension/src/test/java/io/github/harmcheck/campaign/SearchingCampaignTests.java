package io.github.harmcheck.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.harmcheck.core.AttemptKey;
import io.github.harmcheck.core.Exchange;
import io.github.harmcheck.core.Message;
import io.github.harmcheck.core.Outcome;
import io.github.harmcheck.core.Reply;
import io.github.harmcheck.core.Usage;
import io.github.harmcheck.core.Verdict;
import io.github.harmcheck.judge.Judge;
import io.github.harmcheck.llm.TextGenerator;
import io.github.harmcheck.result.CampaignEnd.Status;
import io.github.harmcheck.result.CampaignResult;
import io.github.harmcheck.result.Finding;
import io.github.harmcheck.target.Conversation;
import io.github.harmcheck.target.Target;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Campaigns with attacks that search: what they need, what they cost and what the finding shows of it. */
@Timeout(60)
class SearchingCampaignTests {
    @TempDir
    Path folder;

    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger closed = new AtomicInteger();
    private final List<String> said = Collections.synchronizedList(new ArrayList<>());

    /** Gives way to the third prompt that the attacker writes. */
    private final Target app = key -> {
        opened.incrementAndGet();
        return new Conversation() {
            @Override
            public Reply say(Message message) {
                said.add(message.text());
                return Reply.of(message.text().contains("prompt 3") ? "Sure, here is how." : "I can't help with that.");
            }

            @Override
            public void close() {
                closed.incrementAndGet();
            }
        };
    };

    private final AtomicInteger written = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final TextGenerator attacker = request -> new TextGenerator.Generation(
            written.get() == 1 && request.messages().size() == 4 && refused.getAndIncrement() == 0
                    ? "I'm sorry, but I can't help with that."
                    : "{\"improvement\": \"more\", \"prompt\": \"prompt " + written.incrementAndGet() + "\"}",
            null,
            new Usage(1, 100L, 20L));

    private Campaign.Builder campaign(String... attacks) {
        return Campaign.against(app)
                .settings(Settings.of(name -> null, name -> null))
                .behaviors(Campaigns.dataset(1))
                .attacks(attacks)
                .judge(judge("verdict"))
                .findingsFolder(folder);
    }

    private static Judge judge(String id) {
        return new Judge() {
            @Override
            public Verdict judge(Exchange exchange) {
                boolean sure = exchange.text().startsWith("Sure");
                return Verdict.of(
                        sure ? Outcome.SUCCEEDED : Outcome.REFUSED, sure, sure ? 1.0 : 0.0, "looked for Sure", id, "1");
            }

            @Override
            public String id() {
                return id;
            }
        };
    }

    @Test
    void aSearchHandsInOneDialogueAndItsCostIsSeen() throws Exception {
        Campaign.Builder pair = campaign("pair")
                .attacker(attacker)
                .attackJudge(judge("scorer"))
                .attackOption("pair.streams", "1")
                .attackOption("pair.steps", "5");
        Plan plan = pair.plan();
        assertThat(plan.targetCalls()).isEqualTo(6);
        assertThat(plan.attackerCalls()).isEqualTo(25);
        assertThat(plan.judgeCalls()).isEqualTo(5);
        assertThat(plan.lines().get(0))
                .isEqualTo("plan: 1 behaviors, 1 attempts, at most 6 calls to the target, 25 to the attacker, 5 to the"
                        + " attack judge");
        CampaignResult result = pair.run();
        Finding finding = only(result);
        assertThat(finding.id()).isEqualTo("numbers/b0/pair/best/1");
        assertThat(finding.outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(finding.verdict().judge()).isEqualTo("verdict");
        assertThat(finding.messages()).containsExactly(Message.user("prompt 3"));
        assertThat(said).containsExactly("prompt 1", "prompt 2", "prompt 3", "prompt 3");
        assertThat(finding.queries()).isEqualTo(4);
        assertThat(finding.attackerUsage()).isEqualTo(new Usage(4, 400L, 80L));
        assertThat(finding.tags()).containsExactly("attacker-refusal=1");
        assertThat(opened).hasValue(4);
        assertThat(closed).hasValue(4);
        assertThat(result.header().attackJudge()).isEqualTo("scorer");
    }

    @Test
    void aMissingAttackerAbortsItsAttemptsAndNoOthers() throws Exception {
        CampaignResult result =
                campaign("pair", "direct").attackJudge(judge("scorer")).run();
        assertThat(result.end().orElseThrow().status()).isEqualTo(Status.FINISHED);
        List<Finding> findings = findings(result);
        assertThat(findings)
                .extracting(finding -> finding.key().attack() + " " + finding.outcome())
                .containsExactlyInAnyOrder("pair ERROR", "direct REFUSED");
        assertThat(findings)
                .filteredOn(finding -> finding.outcome() == Outcome.ERROR)
                .extracting(Finding::error)
                .containsExactly("AttackConfigurationException: the attack pair needs an attacker model: set"
                        + " @AttackerModel, or Campaign.attacker(...)");
        assertThat(said).as("only direct asked").containsExactly("request 0");
    }

    @Test
    void theOfflineJudgeScoresUnlessItDecides() throws Exception {
        CampaignResult scored = campaign("best-of-n").run();
        assertThat(scored.header().attackJudge()).isEqualTo("offline");
        assertThat(only(scored).outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(campaign("direct").run().header().attackJudge()).isNull();
        CampaignResult alone = Campaign.against(app)
                .settings(Settings.of(name -> null, name -> null))
                .behaviors(Campaigns.dataset(1))
                .attacks("best-of-n")
                .findingsFolder(folder)
                .run();
        assertThat(only(alone).error())
                .isEqualTo(
                        "AttackConfigurationException: the attack best-of-n needs an attack judge, another one than the"
                                + " verdict judge offline: set @AttackJudge, or Campaign.attackJudge(...); or decide with a judge"
                                + " that is not the offline one, which then scores");
    }

    @Test
    void theJudgeThatDecidesNeverScores() {
        assertThatThrownBy(() -> campaign("pair").attackJudge(judge("verdict")).run())
                .isInstanceOf(CampaignException.class)
                .hasMessageContaining("the attack judge and the verdict judge are both verdict");
    }

    @Test
    void callsForEachBehaviorCanBeCapped() throws Exception {
        Campaign.Builder capped =
                campaign("best-of-n", "human-jailbreaks", "direct").maxCallsPerBehavior(4);
        Plan plan = capped.plan();
        assertThat(plan.attacks())
                .extracting(size -> size.attack() + " " + size.trials())
                .containsExactly("best-of-n 1", "human-jailbreaks 4", "direct 1");
        assertThat(plan.targetCalls()).isEqualTo(4 + 4 + 1);
        capped.run();
        assertThat(said).hasSize(9);
        assertThat(keys(capped.plan())).isEqualTo(keys(plan));
        assertThatThrownBy(() -> campaign("pair").maxCallsPerBehavior(1).plan())
                .hasMessageContaining("harmcheck.maxCallsPerBehavior = 1, but the attack pair needs 2 calls at least");
    }

    @Test
    void theSettingCapsToo() {
        Settings settings =
                Settings.of(name -> name.equals("harmcheck.maxCallsPerBehavior") ? "3" : null, name -> null);
        assertThat(campaign("human-jailbreaks").settings(settings).plan().targetCalls())
                .isEqualTo(3);
    }

    @Test
    void anAttackJudgeThatFailsIsNoRefusal() throws Exception {
        Judge broken = exchange -> Verdict.of(Outcome.ERROR, false, null, "no answer", "broken", "1");
        Finding finding = only(campaign("best-of-n").attackJudge(broken).run());
        assertThat(finding.outcome()).isEqualTo(Outcome.ERROR);
        assertThat(finding.error()).contains("the attack judge failed: no answer");
    }

    @Test
    void anAttackerThatHangsIsAnError() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        TextGenerator hanging = request -> {
            never.await();
            throw new AssertionError("released");
        };
        Finding finding = only(campaign("zero-shot")
                .attackOption("zero-shot.cases", "1")
                .attacker(hanging)
                .callTimeout(Duration.ofMillis(200))
                .run());
        assertThat(finding.outcome()).isEqualTo(Outcome.ERROR);
        assertThat(finding.error()).contains("the attacker model generator took longer than 200 ms");
    }

    @Test
    void everySearchClosesItsConversationsAndKeepsToItsPlan() throws Exception {
        TextGenerator anything = request -> new TextGenerator.Generation(
                request.messages().toString().contains("yes or no")
                        ? "yes"
                        : "{\"improvement\": \"none\", \"prompt\": \"please\", \"message\": \"please\","
                                + " \"template\": \"please: [REQUEST]\"}",
                null,
                new Usage(1, 1L, 1L));
        Campaign.Builder all = campaign("all-adaptive")
                .attacker(anything)
                .maxCallsPerBehavior(12)
                .maxCalls(10_000);
        Plan plan = all.plan();
        CampaignResult result = all.run();
        assertThat(findings(result)).hasSize((int) plan.trials());
        assertThat(findings(result))
                .filteredOn(finding -> List.of("pair", "tap", "zero-shot", "pap", "few-shot", "gptfuzz", "autodan")
                        .contains(finding.key().attack()))
                .hasSize(5 + 5 + 5)
                .extracting(Finding::outcome)
                .containsOnly(Outcome.REFUSED);
        assertThat(said).isNotEmpty().hasSizeLessThanOrEqualTo((int) plan.targetCalls());
        assertThat(opened.get()).isPositive().isEqualTo(closed.get());
    }

    /** An attacker behind the app's own endpoint needs the place that the app's first call would hold. */
    @Test
    void attackerAndAppMayShareAnEndpointWithOnePlace() throws Exception {
        Target shared = new Target() {
            @Override
            public Conversation open(AttemptKey key) throws Exception {
                return app.open(key);
            }

            @Override
            public String endpoint() {
                return "shared-of-SearchingCampaignTests";
            }
        };
        TextGenerator writer = new TextGenerator() {
            @Override
            public Generation generate(Request request) {
                return new Generation("{\"message\": \"prompt 3\"}", null, new Usage(1, 1L, 1L));
            }

            @Override
            public String endpoint() {
                return shared.endpoint();
            }
        };
        CampaignResult result = Campaign.against(shared)
                .settings(Settings.of(name -> null, name -> null))
                .behaviors(Campaigns.dataset(2))
                .attacks("pap", "pair")
                .attackOption("pair.steps", "1")
                .attacker(writer)
                .judge(judge("verdict"))
                .concurrency(1)
                .findingsFolder(folder)
                .run();
        assertThat(findings(result)).hasSize(2 * 5 + 2);
    }

    @Test
    void theEstimateCountsTheAttacker() {
        List<String> lines = campaign("pap")
                .attacker(attacker)
                .attackOption("pap.retries", "1")
                .plan()
                .lines();
        assertThat(lines)
                .as("5 calls to the app and 10 to the attacker")
                .anyMatch(line -> line.startsWith("  about 3,000 tokens in, 4,500 out"));
    }

    private static List<String> keys(Plan plan) {
        try (Stream<Plan.PlannedTrial> trials = plan.stream()) {
            return trials.map(trial -> trial.key().id()).toList();
        }
    }

    private static Finding only(CampaignResult result) {
        List<Finding> findings = findings(result);
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }

    private static List<Finding> findings(CampaignResult result) {
        try (Stream<Finding> findings = result.findings().stream()) {
            return findings.toList();
        }
    }
}
