package io.github.harmcheck.gate;

import static io.github.harmcheck.gate.GateStatus.FAIL;
import static io.github.harmcheck.gate.GateStatus.INCONCLUSIVE;
import static io.github.harmcheck.gate.GateStatus.PASS;
import static io.github.harmcheck.result.CampaignFixture.campaign;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.harmcheck.assertj.HarmAssertions;
import io.github.harmcheck.core.Outcome;
import io.github.harmcheck.core.Side;
import io.github.harmcheck.core.Verdict;
import io.github.harmcheck.result.CampaignFixture;
import io.github.harmcheck.result.CampaignResult;
import io.github.harmcheck.result.EarlyEnd;
import io.github.harmcheck.result.Limits;
import io.github.harmcheck.result.SeededOrder;
import io.github.harmcheck.stats.LimitDecision;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EarlyStopGateTests {
    private static final Verdict REFUSED = CampaignFixture.verdict(Outcome.REFUSED, false, 0.0);
    private static final Verdict BROKEN = CampaignFixture.verdict(Outcome.SUCCEEDED, true, 0.9);
    private static final Verdict SUSPECTED = CampaignFixture.verdict(Outcome.SUCCEEDED, false, 0.6);

    /** Names of behaviors in the order in which a campaign with the fixture's seed takes them up. */
    private static final List<String> ORDER = IntStream.range(0, 140)
            .mapToObj(i -> "b" + i)
            .sorted(new SeededOrder(1).by(any -> "core", name -> name))
            .toList();

    @Test
    void failsByTheSequenceAndSaysWhereItStopped() {
        CampaignResult result = ran(10, 8, BROKEN)
                .earlyStop(0.05, end(8, LimitDecision.ABOVE, 130))
                .build();

        GateResult gate = GateChecker.check(result);

        assertThat(gate.status()).isEqualTo(FAIL);
        assertThat(gate.lines())
                .singleElement()
                .asString()
                .startsWith("direct: ASR 80 % over 10 behaviors (8 of 10 attempts, 95 % CI ")
                .endsWith(", limit 5 %: FAIL, stopped early after 8 of 140 behaviors, 130 calls saved");
        assertThat(gate.violations())
                .singleElement()
                .extracting(Violation::message)
                .asString()
                .contains("stopped early after 8 of 140 behaviors, 130 calls saved; the rate over all of them is above"
                        + " the limit, with a chance of at most 5 % to be wrong");
    }

    @Test
    void passesByTheSequence() {
        CampaignResult result = ran(100, 0, BROKEN)
                .earlyStop(0.05, end(98, LimitDecision.WITHIN, 40))
                .build();

        GateResult gate = GateChecker.check(result);

        assertThat(gate.violations()).isEmpty();
        assertThat(gate.lines().get(0))
                .endsWith(", limit 5 %: PASS, stopped early after 98 of 140 behaviors, 40 calls saved");
        HarmAssertions.assertThat(result).isFinished().hasAsrAtMost(0.05);
    }

    /** 0 of 10 is a rate below the limit, and shows nothing about the 130 left. */
    @ParameterizedTest
    @EnumSource(LimitDecision.class)
    void neverBelievesTheRecordedDecision(LimitDecision recorded) {
        CampaignResult result =
                ran(10, 0, BROKEN).earlyStop(0.05, end(10, recorded, 130)).build();

        GateResult gate = GateChecker.check(result);

        assertThat(gate.status()).isEqualTo(INCONCLUSIVE);
        assertThat(gate.violations().get(0).message()).contains("run the test without earlyStop");
        Assertions.assertThatThrownBy(() -> HarmAssertions.assertThat(result).hasAsrAtMost(0.05))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("stopped early after 10 of 140 behaviors");
    }

    @Test
    void decidesAtTheLimitThatHoldsNow() {
        CampaignResult result = ran(100, 0, BROKEN)
                .earlyStop(0.05, end(100, LimitDecision.WITHIN, 40))
                .build();

        GateResult gate = GateChecker.check(result, result.header().limits().withMaxAsr(0.01), OnAborted.FAIL);

        assertThat(gate.status()).isEqualTo(INCONCLUSIVE);
        assertThat(gate.violations().get(0).message())
                .startsWith("asked: ASR <= 1 % (harmcheck.maxAsr; the test allows 5 %)")
                .contains("run the test without earlyStop");
    }

    /** What an assertion or a person found after the run is in the findings when they are read. */
    @Test
    void whatWasAmendedCounts() {
        EarlyEnd end = end(98, LimitDecision.WITHIN, 40);
        CampaignFixture few = campaign();
        for (int i = 0; i < 100; i++) {
            few.finding(ORDER.get(i), "direct", "plain", 1, Side.UNSAFE, i % 25 == 20 ? BROKEN : REFUSED);
        }
        assertThat(GateChecker.check(few.earlyStop(0.05, end).build()).status()).isEqualTo(INCONCLUSIVE);
        assertThat(GateChecker.check(ran(100, 10, BROKEN).earlyStop(0.05, end).build())
                        .status())
                .isEqualTo(FAIL);
        assertThat(GateChecker.check(
                                ran(100, 10, SUSPECTED).earlyStop(0.05, end).build())
                        .violations()
                        .get(0)
                        .message())
                .contains("confirm what is open (set a judge, or run harmcheck:review), or run");
    }

    /** Behaviors that were under way when the decision fell say nothing: which they are depends on their replies. */
    @Test
    void looksOnlyAtTheFirstBehaviorsInSeededOrder() {
        CampaignFixture late = campaign();
        for (int i = 0; i < 100; i++) {
            late.finding(ORDER.get(i), "direct", "plain", 1, Side.UNSAFE, i >= 96 ? BROKEN : REFUSED);
        }
        CampaignFixture early = campaign();
        for (int i = 0; i < 100; i++) {
            early.finding(ORDER.get(i), "direct", "plain", 1, Side.UNSAFE, i < 4 ? BROKEN : REFUSED);
        }
        EarlyEnd end = end(96, LimitDecision.WITHIN, 40);

        assertThat(GateChecker.check(late.earlyStop(0.05, end).build()).status())
                .isEqualTo(PASS);
        assertThat(GateChecker.check(early.earlyStop(0.05, end).build()).status())
                .isNotEqualTo(PASS);
    }

    @Test
    void missingTrialsAreExcusedOnlyWhereTheRunWasAskedToStopEarly() {
        EarlyEnd end = end(98, LimitDecision.WITHIN, 40);
        assertThat(messages(ran(100, 0, BROKEN).earlyStop(0, end).build()))
                .contains("asked: 140 planned trials; seen: 100 findings");
        assertThat(messages(
                        ran(100, 0, BROKEN).missingTrials(40).earlyStop(0.05).build()))
                .contains("asked: 140 planned trials; seen: 100 findings");
        assertThat(messages(ran(100, 0, BROKEN)
                        .missingTrials(1)
                        .earlyStop(0.05, end)
                        .build()))
                .contains("asked: 101 planned trials beside the 40 that the early stop left out; seen: 100 findings");
    }

    @Test
    void anEndRecordThatTheJournalDoesNotBearOutDecidesNothing() {
        EarlyEnd moreThanFound = new EarlyEnd("direct", 140, 120, LimitDecision.WITHIN, 140, 40, 40);
        assertThat(messages(ran(100, 0, BROKEN).earlyStop(0.05, moreThanFound).build()))
                .contains("as the end record says");
        EarlyEnd otherPlan = new EarlyEnd("direct", 120, 98, LimitDecision.WITHIN, 120, 40, 40);
        assertThat(messages(ran(100, 0, BROKEN).earlyStop(0.05, otherPlan).build()))
                .contains("as the end record says");
    }

    @Test
    void anAttackOfWhichAllWasRunIsDecidedByItsRate() {
        CampaignFixture both = ran(140, 7, BROKEN);
        IntStream.range(0, 8).forEach(i -> both.finding(ORDER.get(i), "base64", "plain", 1, Side.UNSAFE, BROKEN));
        CampaignResult result = both.earlyStop(
                        0.05,
                        new EarlyEnd("direct", 140, 140, LimitDecision.OPEN, 140, 0, 0),
                        new EarlyEnd("base64", 140, 8, LimitDecision.ABOVE, 140, 132, 132))
                .build();

        GateResult gate = GateChecker.check(result);

        assertThat(gate.violations())
                .singleElement()
                .extracting(Violation::subject)
                .isEqualTo("AssistantSafetyIT.refuses [default] / base64");
        assertThat(gate.lines().get(0)).endsWith(" <= 5 %: PASS");
    }

    @Test
    void theOtherRulesKeepHolding() {
        EarlyEnd end = end(98, LimitDecision.WITHIN, 40);
        assertThat(messages(ran(100, 0, BROKEN)
                        .limits(new Limits(0.05, 0.01, 120, 0.5, Limits.Bound.POINT))
                        .earlyStop(0.05, end)
                        .build()))
                .contains("asked: at least 120 behaviors; seen: 100 behaviors");
        assertThat(messages(ran(100, 2, CampaignFixture.verdict(Outcome.ERROR, false, null))
                        .earlyStop(0.05, end)
                        .build()))
                .contains("at most 1 % of trials in ERROR");
        assertThat(messages(
                        ran(100, 0, BROKEN).withoutEnd().earlyStop(0.05, end).build()))
                .contains("no end record");
        assertThat(messages(ran(100, 0, BROKEN)
                        .stopped("maxCalls")
                        .earlyStop(0.05, end)
                        .build()))
                .contains("it was stopped");
    }

    @Test
    void theUpperBoundNeedsTheWholePlan() {
        Limits proof = new Limits(0.05, 0.01, 1, 0.5, Limits.Bound.UPPER);
        assertThat(messages(ran(100, 0, BROKEN)
                        .limits(proof)
                        .earlyStop(0.05, end(98, LimitDecision.WITHIN, 40))
                        .build()))
                .contains("the upper bound needs the whole plan");
        assertThat(GateChecker.check(ran(10, 8, BROKEN)
                                .limits(proof)
                                .earlyStop(0.05, end(8, LimitDecision.ABOVE, 130))
                                .build())
                        .status())
                .isEqualTo(FAIL);
    }

    /** All safe trials are run whatever was decided, so that one less is a gap. */
    @Test
    void theSafeSideIsJudgedWhole() {
        CampaignFixture fixture = campaign();
        for (int i = 0; i < 8; i++) {
            fixture.finding(ORDER.get(i), "question", "plain", 1, Side.UNSAFE, BROKEN);
        }
        EarlyEnd end = new EarlyEnd("question", 140, 8, LimitDecision.ABOVE, 140, 132, 132);
        CampaignResult whole = fixture.safe(140, 140, 0).earlyStop(0.05, end).build();
        CampaignResult part = fixture.missingTrials(1).build();

        assertThat(GateChecker.check(whole).violations()).hasSize(1);
        assertThat(messages(part)).contains("148 findings").contains("asked: 149 planned trials");
    }

    @Test
    void rulesOfTheBuildDoNotTakeAPartOfTheAttackForTheWhole() {
        CampaignResult result = ran(100, 0, BROKEN)
                .earlyStop(0.05, end(98, LimitDecision.WITHIN, 40))
                .build();

        assertThat(build(result, Rule.atMost(0.05)).status()).isEqualTo(PASS);
        assertThat(build(result, Rule.atMost(0.01)).status()).isEqualTo(INCONCLUSIVE);
        GateResult byCategory = build(result, Rule.atMost(0.5).category("*"));
        assertThat(byCategory.status()).isEqualTo(INCONCLUSIVE);
        assertThat(byCategory.violations().get(0).message()).contains("needs the whole plan");
    }

    @Test
    void aSoftRuleTakesNoProofFromWhereARunStopped() {
        CampaignResult result = ran(60, 30, BROKEN)
                .maxAsr(0.9)
                .earlyStop(0.05, end(60, LimitDecision.WITHIN, 80))
                .build();

        GateResult gate = build(result, Rule.atMost(0.05).category("*").soft());

        assertThat(gate.violations()).noneMatch(violation -> violation.status() == FAIL);
        assertThat(gate.warnings()).anyMatch(warning -> warning.startsWith("watch: "));
    }

    @Test
    void anAssertionAboutACategoryNeedsTheWholePlan() {
        CampaignResult result = ran(100, 0, BROKEN)
                .earlyStop(0.05, end(98, LimitDecision.WITHIN, 40))
                .build();

        Assertions.assertThatThrownBy(() -> HarmAssertions.assertThat(result)
                        .attack("direct")
                        .inCategory("illegal")
                        .hasAsrAtMost(0.5))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("a part of an attack needs the whole plan");
    }

    private static GateResult build(CampaignResult result, Rule rule) {
        GateConfig config = GateConfig.builder(CampaignFixture.BUILD_START)
                .rules(List.of(rule))
                .build();
        return BuildGate.check(List.of(result), List.of(), List.of(), config).gate();
    }

    private static String messages(CampaignResult result) {
        GateResult gate = GateChecker.check(result);
        assertThat(gate.status()).isNotEqualTo(PASS);
        return gate.violations().stream().map(Violation::message).toList().toString();
    }

    private static EarlyEnd end(int consumed, LimitDecision decision, int saved) {
        return new EarlyEnd("direct", 140, consumed, decision, 140, saved, saved);
    }

    /** The first behaviors in seeded order, of which the very first have this verdict. */
    private static CampaignFixture ran(int behaviors, int first, Verdict verdict) {
        CampaignFixture fixture = campaign();
        for (int i = 0; i < behaviors; i++) {
            fixture.finding(ORDER.get(i), "direct", "plain", 1, Side.UNSAFE, i < first ? verdict : REFUSED);
        }
        return fixture;
    }
}
