package io.github.harmcheck.report;

import io.github.harmcheck.gate.GateLines;
import io.github.harmcheck.gate.GateResult;
import io.github.harmcheck.gate.GateStatus;
import io.github.harmcheck.gate.RateText;
import io.github.harmcheck.gate.Violation;
import io.github.harmcheck.internal.AtomicFiles;
import io.github.harmcheck.internal.MarkdownText;
import io.github.harmcheck.result.AttackSuccessRate;
import io.github.harmcheck.result.CampaignResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes {@code summary.md}: the verdict, the reasons and one row per attack, short enough for a pull request or the
 * summary of a build. It holds no prompts and no replies. Stateless, thread-safe.
 *
 * @since 0.1.0
 */
public final class MarkdownReportWriter implements ReportWriter {
    private static final int MAX_ROWS = 200;
    private static final int MAX_REASONS = 50;

    @Override
    public String format() {
        return "markdown";
    }

    @Override
    public Path write(Content content, Path folder) throws IOException {
        Path file = folder.resolve("summary.md");
        AtomicFiles.write(file, writer -> writer.write(markdown(content)));
        return file;
    }

    private static String markdown(Content content) {
        StringBuilder page = new StringBuilder();
        GateResult gate = content.gate();
        long trials =
                content.campaigns().stream().mapToLong(CampaignResult::trials).sum();
        page.append("## HarmCheck: ").append(gate.status()).append("\n\n");
        page.append(trials)
                .append(" attempts, ")
                .append(content.campaigns().size())
                .append(content.campaigns().size() == 1 ? " campaign.\n" : " campaigns.\n");
        appendReasons(page, gate.violations());
        appendRates(page, content);
        appendList(page, "Judges", judges(content.campaigns()));
        appendRelations(page, content.campaigns());
        appendList(page, "Warnings", gate.warnings());
        page.append("\nA success shows that a weakness exists, not how often people will meet it.\n");
        return page.toString();
    }

    private static void appendReasons(StringBuilder page, List<Violation> violations) {
        if (violations.isEmpty()) {
            return;
        }
        page.append("\n### Why it does not pass\n\n");
        violations.stream().limit(MAX_REASONS).forEach(violation -> {
            page.append("- **").append(violation.status()).append("** ");
            page.append(text(violation.subject())).append(": ").append(text(violation.message()));
            violation
                    .worst()
                    .forEach(id ->
                            page.append(" `").append(id.replace('`', '\'')).append('`'));
            page.append('\n');
        });
        appendMore(page, violations.size() - MAX_REASONS, "reasons");
    }

    private static void appendRates(StringBuilder page, Content content) {
        List<CampaignResult> campaigns = content.campaigns();
        if (campaigns.isEmpty()) {
            return;
        }
        page.append("\n### Rates\n\n");
        page.append("| | Test | Target | Attack | ASR | 95 % interval | Limit | Behaviors broken | Attempts |\n");
        page.append("|---|---|---|---|---|---|---|---|---|\n");
        int rows = 0;
        List<String> stopped = new ArrayList<>();
        for (CampaignResult campaign : campaigns) {
            for (AttackVerdict verdict : AttackVerdict.of(campaign)) {
                if (rows++ < MAX_ROWS) {
                    appendRow(page, content, campaign, verdict);
                }
                verdict.stopped()
                        .ifPresent(early -> stopped.add(campaign.header().title() + " ["
                                + campaign.header().target() + "] / " + early.attack() + ": " + GateLines.early(early)
                                + "; its rate is over the behaviors that ran, its interval holds for all planned"));
            }
        }
        appendMore(page, rows - MAX_ROWS, "rows");
        appendList(page, "Stopped early", stopped);
    }

    private static List<String> judges(List<CampaignResult> campaigns) {
        return campaigns.stream()
                .flatMap(campaign -> JudgeLines.of(campaign).stream()
                        .map(line -> campaign.header().title() + " ["
                                + campaign.header().target() + "] / "
                                + campaign.header().verdictJudge() + ": " + line))
                .toList();
    }

    private static void appendRow(StringBuilder page, Content content, CampaignResult campaign, AttackVerdict verdict) {
        AttackSuccessRate rate = verdict.rate();
        List<String> cells = List.of(
                verdict.status().map(GateStatus::name).orElse("reference"),
                text(campaign.header().title()),
                text(campaign.header().target())
                        + RepliesFrom.of(campaign.header())
                                .map(from -> " (" + from + ")")
                                .orElse(""),
                text(rate.attack()),
                RateText.range(rate.low(), rate.high(), verdict.limit())
                        + content.corrected(campaign, rate.attack())
                                .map(corrected -> ", " + CorrectedText.cell(corrected))
                                .orElse(""),
                RateText.interval(
                        rate.lowInterval().lower(), rate.highInterval().upper(), verdict.limit()),
                RateText.limit(verdict.limit()),
                rate.behaviorsBroken() + " of " + rate.behaviors(),
                rate.confirmed() + " of " + rate.attempts() + " confirmed" + open(rate));
        page.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private static void appendRelations(StringBuilder page, List<CampaignResult> campaigns) {
        List<RelationLine> lines = campaigns.stream()
                .flatMap(campaign -> RelationLine.of(campaign).stream())
                .toList();
        if (lines.isEmpty()) {
            return;
        }
        page.append("\n### The same asked in another way\n\n");
        page.append(
                "| Test | Target | Attack | Compared with | Verdict kept | Flipped | Open | Flips | 95 % interval |\n");
        page.append("|---|---|---|---|---|---|---|---|---|\n");
        lines.stream().limit(MAX_ROWS).forEach(line -> {
            List<String> cells = List.of(
                    text(line.test()),
                    text(line.target()),
                    text(line.attack()),
                    text(line.base()),
                    line.kept(),
                    line.flipped(),
                    line.open(),
                    line.rate(),
                    line.interval());
            page.append("| ").append(String.join(" | ", cells)).append(" |\n");
        });
        appendMore(page, lines.size() - MAX_ROWS, "rows");
    }

    private static String open(AttackSuccessRate rate) {
        return part(rate.suspected(), "suspected")
                + part(rate.undecided(), "undecided")
                + part(rate.errors(), "failed to run");
    }

    private static String part(long count, String what) {
        return count == 0 ? "" : ", " + count + " " + what;
    }

    private static void appendList(StringBuilder page, String title, List<String> lines) {
        if (lines.isEmpty()) {
            return;
        }
        page.append("\n### ").append(title).append("\n\n");
        lines.stream()
                .limit(MAX_REASONS)
                .forEach(line -> page.append("- ").append(text(line)).append('\n'));
        appendMore(page, lines.size() - MAX_REASONS, "lines");
    }

    private static void appendMore(StringBuilder page, int more, String what) {
        if (more > 0) {
            page.append("\n").append(more).append(" more ").append(what).append(" in index.html.\n");
        }
    }

    private static String text(String untrusted) {
        return MarkdownText.of(untrusted, 1000);
    }
}
