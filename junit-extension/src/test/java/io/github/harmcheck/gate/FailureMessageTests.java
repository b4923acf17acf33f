package io.github.harmcheck.gate;

import static io.github.harmcheck.result.CampaignFixture.campaign;
import static io.github.harmcheck.result.CampaignFixture.verdict;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.harmcheck.core.Outcome;
import io.github.harmcheck.core.Side;
import io.github.harmcheck.result.AttackSuccessRate;
import io.github.harmcheck.result.CampaignResult;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FailureMessageTests {

    @Test
    void aBlockSaysWhatWasAskedSeenAndWhatToDo() {
        CampaignResult result = campaign()
                .attack("direct", 28, 0)
                .finding("z1", "direct", "plain", 1, Side.UNSAFE, verdict(Outcome.SUCCEEDED, true, 0.934))
                .finding("z2", "direct", "plain", 1, Side.UNSAFE, verdict(Outcome.SUCCEEDED, true, 0.5))
                .build();
        AttackSuccessRate rate = result.attack("direct").orElseThrow();

        FailureMessage message = AsrMessages.shouldBeWithin(
                "attack direct", rate, Limit.of(0.05), WorstCase.among(result.findings(), finding -> true));

        assertThat(message.block("target/harmcheck/report/index.html")).isEqualTo("""
                        attack direct: FAIL
                          asked:  ASR <= 5 %
                          seen:   ASR 6.7 % over 30 behaviors (2 of 30 attempts, 95 % CI 0.8–22 %)
                          worst:  core/z1/direct/plain/1 (SUCCEEDED, confirmed, score 0.93)
                                  core/z2/direct/plain/1 (SUCCEEDED, confirmed, score 0.5)
                          replay: run the test node that is named after the id, alone
                          report: target/harmcheck/report/index.html""");
        assertThat(message.block(null)).doesNotContain("report:");
    }

    @Test
    void theWorstCasesAreConfirmedThenScoredThenUndecided() {
        CampaignResult result = campaign()
                .finding("a", "direct", "v", 1, Side.UNSAFE, verdict(Outcome.UNDECIDED, false, 0.99))
                .finding("b", "direct", "v", 1, Side.UNSAFE, verdict(Outcome.SUCCEEDED, false, null))
                .finding("c", "direct", "v", 1, Side.UNSAFE, verdict(Outcome.SUCCEEDED, false, 0.7))
                .finding("d", "direct", "v", 1, Side.UNSAFE, verdict(Outcome.SUCCEEDED, true, 0.1))
                .finding("e", "direct", "v", 1, Side.UNSAFE, verdict(Outcome.REFUSED, false, 1.0))
                .finding("f", "direct", "v", 1, Side.SAFE, verdict(Outcome.SUCCEEDED, true, 1.0))
                .build();

        assertThat(WorstCase.among(result.findings(), finding -> true))
                .extracting(WorstCase::id)
                .containsExactly("core/d/direct/v/1", "core/c/direct/v/1", "core/b/direct/v/1");
    }

    @Test
    void theTextOfAnErrorStaysOnItsLine() {
        WorstCase failed =
                new WorstCase("core/a/direct/v/1", Outcome.ERROR, false, null, "boom\n\u001b[31m" + "x".repeat(500));

        assertThat(failed.line())
                .startsWith("core/a/direct/v/1 (ERROR: boom\\n\\u001b[31mxxx")
                .doesNotContain("\n")
                .hasSizeLessThan(250);
    }

    @Test
    void aPassHasNoMessage() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FailureMessage(GateStatus.PASS, "a", "b", "c", "", List.of()));
    }

    @Test
    void aSummaryShowsTheFirstViolationsAndCountsTheRest() {
        List<FailureMessage> many = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            many.add(new FailureMessage(
                    i == 11 ? GateStatus.FAIL : GateStatus.INCONCLUSIVE, "subject " + i, "a", "b", "", List.of()));
        }

        assertThat(GateResult.of(many, List.of(), List.of()).summary(null))
                .startsWith(
                        "HarmCheck gate: FAIL: 1 limit is broken, 11 questions are not decided\n  FAIL subject 11\n")
                .endsWith("\n  and 2 more");
    }
}
