package io.github.harmcheck.maven;

import io.github.harmcheck.gate.BuildGateResult;
import io.github.harmcheck.gate.GateLines;
import io.github.harmcheck.internal.Texts;
import io.github.harmcheck.report.CorrectedText;
import io.github.harmcheck.result.AttackSuccessRate;
import io.github.harmcheck.result.CampaignResult;
import io.github.harmcheck.result.audit.CorrectedRate;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The lines a build ends with: one per checked rate, the worst category, and where to read on. */
final class SummaryBlock {
    private SummaryBlock() {}

    static List<String> of(BuildGateResult result, List<CorrectedRate> corrected, @Nullable Path page) {
        List<String> lines = new ArrayList<>();
        int campaigns = result.campaigns().size();
        long attempts =
                result.campaigns().stream().mapToLong(CampaignResult::trials).sum();
        lines.add("HarmCheck gate: " + result.gate().status() + " (" + attempts + " attempts in " + campaigns
                + (campaigns == 1 ? " campaign)" : " campaigns)"));
        result.gate().lines().forEach(line -> lines.add("  " + line));
        result.campaigns()
                .forEach(campaign -> corrected.stream()
                        .filter(rate -> rate.runId().equals(campaign.header().runId()))
                        .forEach(rate ->
                                lines.add("  " + GateLines.subject(campaign) + " / " + CorrectedText.line(rate))));
        worst(result.campaigns()).ifPresent(cell -> lines.add("  worst category: " + cell));
        if (page != null) {
            lines.add("  report: " + page);
        }
        return lines;
    }

    /** A category under one attack of one test; ties go to the one with more confirmed cases. */
    private record Cell(CampaignResult campaign, String category, AttackSuccessRate rate) {
        String text() {
            return Texts.oneLine(category, 100) + " in "
                    + Texts.oneLine(campaign.header().title(), 200) + " ("
                    + Texts.oneLine(campaign.header().target(), 100) + ") / " + rate.attack() + ": "
                    + GateLines.measured(rate);
        }
    }

    private static Optional<String> worst(List<CampaignResult> campaigns) {
        Comparator<Cell> byHigh = Comparator.comparingDouble(cell -> cell.rate().high());
        return campaigns.stream()
                .filter(campaign -> !campaign.header().reference())
                .flatMap(campaign -> campaign.categories().entrySet().stream()
                        .flatMap((Map.Entry<String, List<AttackSuccessRate>> row) ->
                                row.getValue().stream().map(rate -> new Cell(campaign, row.getKey(), rate))))
                .filter(cell -> cell.rate().high() > 0)
                .max(byHigh.thenComparingDouble(cell -> cell.rate().low())
                        .thenComparingLong(cell -> cell.rate().confirmed()))
                .map(Cell::text);
    }
}
