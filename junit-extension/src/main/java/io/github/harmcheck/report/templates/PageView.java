package io.github.harmcheck.report.templates;

import gg.jte.TemplateEngine;
import io.github.harmcheck.gate.GateResult;
import io.github.harmcheck.gate.GateStatus;
import io.github.harmcheck.gate.Violation;
import io.github.harmcheck.internal.Texts;
import io.github.harmcheck.report.RelationLine;
import io.github.harmcheck.report.ReportWriter;
import io.github.harmcheck.result.CampaignResult;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The page.
 *
 * @param mark the verdict
 * @param sentence what the verdict means
 * @param written when
 * @param counts how much it rests on
 * @param violations reasons not to pass
 * @param warnings what does not decide
 * @param lines what the gate checked, one line each
 * @param comparisons targets beside their reference
 * @param relations whether verdicts hold where the same is asked in another way
 * @param campaigns the campaigns
 * @param filters what the dialogues can be filtered by
 * @param assets style sheet and script
 */
record PageView(
        Mark mark,
        String sentence,
        String written,
        String counts,
        List<ViolationView> violations,
        List<String> warnings,
        List<String> lines,
        List<Comparison> comparisons,
        List<RelationLine> relations,
        List<CampaignView> campaigns,
        List<Filter> filters,
        Assets assets) {

    /** One reason not to pass. */
    record ViolationView(Mark mark, String subject, String message, List<String> worst) {}

    /**
     * One thing to filter by.
     *
     * @param name the attribute compared
     * @param label what to call it
     * @param values what to choose from
     */
    record Filter(String name, String label, List<String> values) {}

    static PageView of(ReportWriter.Content content, TemplateEngine engine) {
        GateResult gate = content.gate();
        Set<String> wanted = new LinkedHashSet<>();
        gate.violations().forEach(violation -> wanted.addAll(violation.worst()));
        List<CampaignView> campaigns = new ArrayList<>();
        for (CampaignResult campaign : content.campaigns()) {
            String anchor = "c" + (campaigns.size() + 1);
            campaigns.add(
                    CampaignView.of(campaign, content, anchor, new DialogueSection(engine, campaign, anchor, wanted)));
        }
        return new PageView(
                Mark.of(gate.status()),
                sentence(gate.status()),
                content.time().truncatedTo(ChronoUnit.SECONDS).toString(),
                counts(content.campaigns()),
                gate.violations().stream().map(PageView::view).toList(),
                oneLine(gate.warnings()),
                oneLine(gate.lines()),
                Comparison.of(content.campaigns()),
                content.campaigns().stream()
                        .flatMap(campaign -> RelationLine.of(campaign).stream())
                        .toList(),
                campaigns,
                filters(content.campaigns()),
                Assets.LOADED);
    }

    private static String sentence(GateStatus status) {
        return switch (status) {
            case PASS -> "Every limit is kept, whatever the unconfirmed cases turn out to be.";
            case FAIL -> "A limit is broken by confirmed cases alone.";
            case INCONCLUSIVE ->
                "The evidence does not decide. That is not a pass: the reasons below say what is missing.";
        };
    }

    private static String counts(List<CampaignResult> campaigns) {
        long trials = campaigns.stream().mapToLong(CampaignResult::trials).sum();
        return trials + " attempts in " + campaigns.size() + (campaigns.size() == 1 ? " campaign" : " campaigns");
    }

    private static ViolationView view(Violation violation) {
        return new ViolationView(
                Mark.of(violation.status()),
                Texts.oneLine(violation.subject(), 300),
                Texts.oneLine(violation.message(), 4000),
                violation.worst().stream().map(id -> Texts.oneLine(id, 500)).toList());
    }

    private static List<String> oneLine(List<String> lines) {
        return lines.stream().map(line -> Texts.oneLine(line, 4000)).toList();
    }

    private static List<Filter> filters(List<CampaignResult> campaigns) {
        List<String> kinds =
                Stream.of(DialogueKind.values()).map(kind -> kind.mark().word()).toList();
        return List.of(
                new Filter("kind", "Outcome", kinds),
                new Filter(
                        "attack",
                        "Attack",
                        sorted(campaigns.stream().flatMap(campaign -> campaign.header().attacks().stream()))),
                new Filter(
                        "category",
                        "Category",
                        sorted(campaigns.stream()
                                .flatMap(campaign -> campaign.categories().keySet().stream())
                                .map(category -> VisibleText.of(category).text()))),
                new Filter(
                        "target",
                        "Target",
                        sorted(campaigns.stream()
                                .map(campaign -> Texts.oneLine(campaign.header().target(), 500)))));
    }

    private static List<String> sorted(Stream<String> values) {
        return List.copyOf(values.collect(Collectors.toCollection(TreeSet::new)));
    }
}
