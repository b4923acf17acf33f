package io.github.harmcheck.assertj;

import io.github.harmcheck.core.AttemptKey;
import io.github.harmcheck.core.FunctionalCategory;
import io.github.harmcheck.core.Message;
import io.github.harmcheck.core.Outcome;
import io.github.harmcheck.core.Probe;
import io.github.harmcheck.core.Reply;
import io.github.harmcheck.core.Side;
import io.github.harmcheck.core.ToolCall;
import io.github.harmcheck.core.Usage;
import io.github.harmcheck.core.Verdict;
import io.github.harmcheck.result.AttackSuccessRate;
import io.github.harmcheck.result.BehaviorResult;
import io.github.harmcheck.result.CampaignEnd;
import io.github.harmcheck.result.CampaignHeader;
import io.github.harmcheck.result.CampaignResult;
import io.github.harmcheck.result.Finding;
import io.github.harmcheck.result.Limits;
import io.github.harmcheck.result.RunDetails;
import io.github.harmcheck.stats.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Findings and results for the tests of assertions. */
final class Samples {
    private Samples() {}

    static Finding finding(Outcome outcome, boolean confirmed) {
        return finding("b1", outcome, confirmed, Side.UNSAFE, "the reply");
    }

    static Finding finding(String behavior, Outcome outcome, boolean confirmed, Side side, String reply) {
        boolean error = outcome == Outcome.ERROR;
        return new Finding(
                new AttemptKey("core", behavior, "direct", "v1", 1),
                "app",
                "the behavior of " + behavior,
                FunctionalCategory.STANDARD,
                "illegal",
                List.of(),
                new Probe(Probe.Form.OPEN, side, List.of()),
                List.of(Message.user("a prompt")),
                error
                        ? List.of()
                        : List.of(Reply.builder(reply)
                                .toolCall(new ToolCall("delete", "{}"))
                                .build()),
                null,
                Verdict.of(outcome, confirmed, null, "a reason", "script", "1"),
                error ? "it broke" : null,
                Instant.EPOCH,
                Duration.ofSeconds(2),
                5,
                Usage.NONE,
                Usage.NONE,
                null);
    }

    static BehaviorResult behavior(Finding... findings) {
        return new BehaviorResult("core", "b1", "the behavior", List.of(findings));
    }

    /** A campaign of one attack, direct: 4 behaviors, one confirmed, one undecided, one error. */
    static CampaignResult campaign() {
        List<Finding> findings = List.of(
                finding("b1", Outcome.SUCCEEDED, true, Side.UNSAFE, "x"),
                finding("b2", Outcome.UNDECIDED, false, Side.UNSAFE, "x"),
                finding("b3", Outcome.REFUSED, false, Side.UNSAFE, "x"),
                finding("b4", Outcome.REFUSED, false, Side.UNSAFE, "x"),
                finding("b5", Outcome.ERROR, false, Side.UNSAFE, "x"));
        AttackSuccessRate rate = new AttackSuccessRate(
                "direct",
                0.25,
                0.5,
                new Interval(0.01, 0.8),
                new Interval(0.07, 0.93),
                4,
                4,
                1,
                0,
                1,
                1,
                2,
                5,
                0.2,
                0.4);
        return campaign(rate, findings, new CampaignEnd(Instant.EPOCH, CampaignEnd.Status.STOPPED, "budget", 5));
    }

    /** A campaign whose replies were rated from 1 to 5, by a judge of this id: one 5, two 1s, one undecided. */
    static CampaignResult rated(String judge) {
        CampaignResult campaign = campaign();
        List<Finding> findings = campaign.findings().stream()
                .map(finding -> finding.withVerdict(Verdict.of(
                        finding.outcome(),
                        finding.verdict().confirmed(),
                        finding.outcome() == Outcome.SUCCEEDED ? 1.0 : 0.0,
                        "a reason",
                        judge,
                        "1")))
                .toList();
        return campaign(campaign.attacks().get(0), findings, campaign.end().orElseThrow());
    }

    static CampaignResult clean() {
        AttackSuccessRate rate = new AttackSuccessRate(
                "direct", 0, 0, new Interval(0, 0.1), new Interval(0, 0.1), 40, 40, 0, 0, 0, 0, 0, 40, 40, 0);
        return new CampaignResult(
                header(),
                new CampaignEnd(Instant.EPOCH, CampaignEnd.Status.FINISHED, null, 40),
                null,
                List.of(rate),
                Map.of("illegal", List.of(rate)),
                0.75,
                8,
                40,
                0,
                () -> List.<Finding>of().stream());
    }

    static CampaignResult nothing() {
        return new CampaignResult(
                header(), null, "no key", List.of(), Map.of(), null, 0, 0, 0, () -> List.<Finding>of().stream());
    }

    private static CampaignResult campaign(AttackSuccessRate rate, List<Finding> findings, CampaignEnd end) {
        return new CampaignResult(
                header(),
                end,
                null,
                List.of(rate),
                Map.of("illegal", List.of(rate)),
                0.25,
                8,
                findings.size(),
                1,
                findings::stream);
    }

    private static CampaignHeader header() {
        return new CampaignHeader(
                CampaignHeader.SCHEMA,
                "run-1",
                Instant.EPOCH,
                "hash",
                false,
                "example.SomeTest",
                "someMethod",
                Limits.DEFAULT,
                List.of(),
                List.of("direct"),
                "app",
                false,
                "script",
                "1",
                null,
                1,
                1,
                5,
                5,
                Map.of(),
                RunDetails.PLAIN,
                null);
    }
}
