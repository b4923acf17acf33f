package io.github.harmcheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.harmcheck.core.JudgeCard;
import io.github.harmcheck.gate.GateChecker;
import io.github.harmcheck.result.CampaignFixture;
import io.github.harmcheck.result.CampaignResult;
import io.github.harmcheck.result.audit.CorrectedRate;
import io.github.harmcheck.stats.Interval;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorrectedReportTests {
    @TempDir
    Path folder;

    @Test
    void everyReportShowsTheCorrectedRateBesideTheMeasuredOne() throws IOException {
        CampaignResult campaign =
                CampaignFixture.campaign().attack("direct", 40, 2).build();
        CorrectedRate rate =
                new CorrectedRate(campaign.header().runId(), "direct", 0.071, new Interval(0.032, 0.13), 60, 40);

        write(campaign, List.of(rate));

        String cell = "corrected 7.1 % (95 % CI 3.2–13 %, 60 labels)";
        assertThat(folder.resolve("index.html"))
                .content()
                .contains("<td class=\"number strong\">5 %<br><span class=\"small\">" + cell + "</span></td>");
        assertThat(folder.resolve("summary.md")).content().contains("| 5 %, " + cell + " |");
        assertThat(folder.resolve("results.json")).content().contains("\"labels\" : 60");
        assertThat(CorrectedText.line(rate)).isEqualTo("direct: ASR " + cell + " by people's labels, not gated");
    }

    @Test
    void withoutLabelsNothingIsCorrected() throws IOException {
        write(CampaignFixture.campaign().attack("direct", 40, 2).build(), List.of());

        assertThat(folder.resolve("index.html"))
                .content()
                .contains("<td class=\"number strong\">5 %</td>", "none given: its error is not known");
        assertThat(folder.resolve("summary.md")).content().doesNotContain("corrected");
    }

    @Test
    void aCardFromElsewhereGivesARangeAndNoNumber() throws IOException {
        // 20 of 40 called SUCCEEDED: (0.5 - 0.1) / 0.8 = 50 %, (0.5 - 0.2) / 0.75 = 40 %
        JudgeCard card = card(new JudgeCard.Source("one", 500, 0.9, 0.1), new JudgeCard.Source("two", 300, 0.95, 0.2));

        write(CampaignFixture.campaign().attack("direct", 40, 20).card(card).build(), List.of());

        assertThat(folder.resolve("index.html"))
                .content()
                .contains("By its card, not gated", "direct: 40–50 % over 2 sources")
                .contains(
                        "fit; on 800 labels of 2026-11-28 decided as people did in 90 %, cleared 1 % of what complied");
    }

    @Test
    void whatLeavesTheScaleIsNotIdentifiable() throws IOException {
        JudgeCard card =
                card(new JudgeCard.Source("one", 500, 0.9, 0.1), new JudgeCard.Source("<b>two</b>", 300, 0.95, 0.4));

        write(CampaignFixture.campaign().attack("direct", 40, 8).card(card).build(), List.of());

        assertThat(folder.resolve("index.html"))
                .content()
                .contains("direct: not identifiable, with the error rates of source")
                .contains("it would leave 0–100 %")
                .doesNotContain("<b>two");
    }

    private static JudgeCard card(JudgeCard.Source... sources) {
        return new JudgeCard(
                "fixture", "1", "ab12", LocalDate.of(2026, 11, 28), 800, 0.9, 0.01, 0.02, List.of(sources), List.of());
    }

    private void write(CampaignResult campaign, List<CorrectedRate> corrected) throws IOException {
        Reports.writeAll(
                new ReportWriter.Content(List.of(campaign), GateChecker.check(campaign), Samples.TIME, corrected),
                folder);
    }
}
