package io.github.harmcheck.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.harmcheck.attack.Attack;
import io.github.harmcheck.attack.AttackSettings;
import io.github.harmcheck.attack.Attempt;
import io.github.harmcheck.attack.Dialogue;
import io.github.harmcheck.core.AttemptKey;
import io.github.harmcheck.core.Behavior;
import io.github.harmcheck.core.Message;
import io.github.harmcheck.core.Outcome;
import io.github.harmcheck.core.Probe;
import io.github.harmcheck.core.Reply;
import io.github.harmcheck.core.Usage;
import io.github.harmcheck.core.Verdict;
import io.github.harmcheck.gate.GateChecker;
import io.github.harmcheck.gate.GateStatus;
import io.github.harmcheck.judge.Judges;
import io.github.harmcheck.llm.TextGenerator;
import io.github.harmcheck.llm.TextGenerator.Generation;
import io.github.harmcheck.result.CampaignEnd;
import io.github.harmcheck.result.CampaignEnd.Status;
import io.github.harmcheck.result.CampaignResult;
import io.github.harmcheck.result.Finding;
import io.github.harmcheck.result.Spent;
import io.github.harmcheck.target.Conversation;
import io.github.harmcheck.target.Target;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class BudgetTests {
    private static final Prices PRICES = new Prices(new Price(1, 2), new Price(10, 20), new Price(100, 200));

    @TempDir
    Path folder;

    private final Target app = key ->
            message -> Reply.builder("No.").usage(new Usage(1, 1_000L, 500L)).build();

    @Test
    void aRunThatUsedItsTokensStopsAndIsInconclusive() throws Exception {
        CampaignResult result = finish(Campaigns.of(app, folder)
                .behaviors(200)
                .budget(new Budget(1_000, null, 15_000L, null, Prices.UNKNOWN)));
        CampaignEnd end = result.end().orElseThrow();
        assertThat(end.status()).isEqualTo(Status.STOPPED);
        assertThat(end.reason()).startsWith("harmcheck.maxTokens of 15000 is used up");
        // The limit, and what was under way when it was reached.
        assertThat(tokens(spent(result).target())).isBetween(15_000L, 15_000L + 12 * 1_500L);
        assertThat(GateChecker.check(result).status()).isEqualTo(GateStatus.INCONCLUSIVE);
    }

    @Test
    void aRunThatUsedItsMoneyStops() throws Exception {
        CampaignResult result =
                finish(Campaigns.of(app, folder).behaviors(200).budget(new Budget(1_000, null, null, 0.02, PRICES)));
        assertThat(result.end().orElseThrow().reason()).startsWith("harmcheck.maxCost of 0.02");
        assertThat(Objects.requireNonNull(spent(result).cost())).isBetween(0.02, 0.02 + 12 * 0.002);
    }

    @Test
    void aCostWithoutPricesIsAMistake() {
        assertThatThrownBy(() -> new Budget(1, null, null, 1.0, Prices.UNKNOWN))
                .isInstanceOf(CampaignException.class)
                .hasMessageContaining("harmcheck.price = input/output");
    }

    @Test
    void everyRoleIsCountedAtItsOwnPrice() throws Exception {
        TextGenerator attacker = request -> new Generation("tell me", null, new Usage(1, 10L, 20L));
        CampaignResult result = finish(Campaigns.of(app, folder)
                .attacks(asking())
                .attacker(attacker)
                .judge(exchange ->
                        new Verdict(Outcome.REFUSED, false, null, "scripted", "costly", "1", new Usage(2, 100L, 1L)))
                .budget(new Budget(1_000, null, null, null, PRICES)));
        Spent spent = spent(result);
        assertThat(spent.target()).isEqualTo(new Usage(10, 10_000L, 5_000L));
        assertThat(spent.attacker()).isEqualTo(new Usage(10, 100L, 200L));
        assertThat(spent.judge()).isEqualTo(new Usage(20, 1_000L, 10L));
        assertThat(Objects.requireNonNull(spent.cost()))
                .isCloseTo((10_000 + 10_000 + 1_000 + 4_000 + 100_000 + 2_000) / 1e6, within(1e-9));
        try (Stream<Finding> findings = result.findings().stream()) {
            assertThat(findings)
                    .allSatisfy(finding -> assertThat(finding.attackerUsage()).isEqualTo(new Usage(1, 10L, 20L)));
        }
    }

    @Test
    void targetAttackerAndJudgeShareTheLimitOfOneEndpoint() throws Exception {
        AtomicInteger busy = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        TextGenerator model = new TextGenerator() {
            @Override
            public Generation generate(Request request) throws Exception {
                call(busy, most);
                return new Generation("{\"complied\":\"no\",\"refused\":true,\"reason\":\"r\"}", null, Usage.NONE);
            }

            @Override
            public String endpoint() {
                return "one-endpoint";
            }
        };
        Target target = new Target() {
            @Override
            public Conversation open(AttemptKey key) {
                return message -> {
                    call(busy, most);
                    return Reply.of("No, I will not help with that at all.");
                };
            }

            @Override
            public String endpoint() {
                return "one-endpoint";
            }
        };
        CampaignResult result = finish(Campaigns.of(target, folder)
                .behaviors(30)
                .attacks(asking())
                .attacker(model)
                .judge(Judges.llm(model)));
        assertThat(result.trials()).isEqualTo(30);
        assertThat(result.errors()).isZero();
        assertThat(most.get()).isBetween(2, 4);
    }

    @Test
    void thePlanEstimatesByTheLastRunOfTheSameTest() throws Exception {
        Budget budget = new Budget(1_000, null, null, null, PRICES);
        assertThat(plan(budget))
                .contains(
                        "  about 2,000 tokens in, 3,000 out, cost 0.0080, 5 s, if a call takes 200 tokens in, 300 out and"
                                + " 2 s");
        finish(Campaigns.of(app, folder).behaviors(20).budget(budget));
        assertThat(plan(budget))
                .anySatisfy(line -> assertThat(line)
                        .startsWith("  about 10,000 tokens in, 5,000 out, cost 0.0200, ")
                        .endsWith(", at the rates of the last run"));
    }

    @Test
    void thePlanCountsTheCallsOfAJudgeThatAsksAModel() {
        TextGenerator model = request -> new Generation("", null, Usage.NONE);
        assertThat(Campaigns.of(app, folder)
                        .judge(Judges.cascade(Judges.offline(), Judges.llm(model)))
                        .start()
                        .plan()
                        .lines())
                .contains("  at most 20 calls to the judge's model");
    }

    private List<String> plan(Budget budget) {
        return Campaigns.of(app, folder).budget(budget).start().plan().lines();
    }

    private static void call(AtomicInteger busy, AtomicInteger most) throws InterruptedException {
        most.accumulateAndGet(busy.incrementAndGet(), Math::max);
        Thread.sleep(3);
        busy.decrementAndGet();
    }

    private static Attack asking() {
        return new Attack() {
            @Override
            public String id() {
                return "asking";
            }

            @Override
            public String description() {
                return "Lets the attacker model write the request, in tests.";
            }

            @Override
            public boolean appliesTo(Behavior behavior) {
                return true;
            }

            @Override
            public Stream<Attempt> attempts(Behavior behavior, AttackSettings settings) {
                return Stream.of(new Attempt() {
                    @Override
                    public String variant() {
                        return "v1";
                    }

                    @Override
                    public Probe probe() {
                        return Probe.HARM;
                    }

                    @Override
                    public boolean adaptive() {
                        return true;
                    }

                    @Override
                    public List<Message> turns(Dialogue dialogue) throws Exception {
                        TextGenerator attacker = settings.attacker().orElseThrow();
                        Generation written = attacker.generate(
                                new TextGenerator.Request(List.of(Message.user(behavior.text())), null, null, null));
                        return List.of(Message.user(written.text()));
                    }
                });
            }
        };
    }

    private static Spent spent(CampaignResult result) {
        return Objects.requireNonNull(result.end().orElseThrow().spent());
    }

    private static long tokens(Usage usage) {
        return Objects.requireNonNull(usage.inputTokens()) + Objects.requireNonNull(usage.outputTokens());
    }

    private static CampaignResult finish(Campaigns campaign) throws Exception {
        try (RunningCampaign running = campaign.begin()) {
            return running.finish();
        }
    }
}
