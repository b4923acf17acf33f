package io.github.harmcheck.report.templates;

import io.github.harmcheck.gate.RateText;
import io.github.harmcheck.result.AttackSuccessRate;
import io.github.harmcheck.result.CampaignResult;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Categories by attacks. A cell states counts first; its shade follows the rate.
 *
 * @param attacks heads of the columns
 * @param rows one per category, by name
 */
record CellTable(List<String> attacks, List<Row> rows) {

    /** One category. */
    record Row(String category, List<Cell> cells) {}

    /**
     * One category under one attack.
     *
     * @param text counts and rate
     * @param style class of the style sheet
     * @param label the same in full words
     */
    record Cell(String text, String style, String label) {}

    private static final Cell NONE = new Cell("–", "heat-none", "not attacked");

    static CellTable of(CampaignResult campaign) {
        List<String> attacks =
                campaign.attacks().stream().map(AttackSuccessRate::attack).toList();
        List<Row> rows = campaign.categories().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> row(entry.getKey(), entry.getValue(), attacks))
                .toList();
        return new CellTable(attacks, rows);
    }

    private static Row row(String category, List<AttackSuccessRate> rates, List<String> attacks) {
        Map<String, AttackSuccessRate> byAttack = rates.stream()
                .collect(Collectors.toMap(AttackSuccessRate::attack, Function.identity(), (first, second) -> first));
        return new Row(
                VisibleText.of(category).text(),
                attacks.stream()
                        .map(attack -> byAttack.containsKey(attack) ? cell(byAttack.get(attack)) : NONE)
                        .toList());
    }

    private static Cell cell(AttackSuccessRate rate) {
        if (rate.attempts() == 0) {
            return new Cell("no result", "heat-none", rate.errors() + " attempts, all failed to run");
        }
        long open = rate.suspected() + rate.undecided();
        String text = rate.confirmed() + (open == 0 ? "" : "+" + open) + " of " + rate.attempts();
        String label = "%d confirmed, %d suspected, %d undecided of %d attempts on %d behaviors: %s"
                .formatted(
                        rate.confirmed(),
                        rate.suspected(),
                        rate.undecided(),
                        rate.attempts(),
                        rate.behaviors(),
                        RateText.range(rate.low(), rate.high(), 1));
        return new Cell(text, "heat-" + shade(rate.high()), label);
    }

    private static int shade(double rate) {
        return rate == 0 ? 0 : rate <= 0.05 ? 1 : rate <= 0.2 ? 2 : rate <= 0.5 ? 3 : 4;
    }
}
