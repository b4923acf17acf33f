package io.github.harmcheck.report.templates;

import io.github.harmcheck.gate.RateText;
import io.github.harmcheck.result.AttackSuccessRate;
import io.github.harmcheck.result.CampaignResult;
import java.util.List;
import java.util.Objects;

/**
 * One attack against a gated target and against the reference of the same test.
 *
 * @param test where both were started
 * @param attack id of the attack
 * @param target name of the gated target
 * @param rate its rate with counts
 * @param reference name of the reference
 * @param referenceRate its rate with counts
 * @param difference gated minus reference, in points
 */
record Comparison(
        String test,
        String attack,
        String target,
        String rate,
        String reference,
        String referenceRate,
        String difference) {

    static List<Comparison> of(List<CampaignResult> campaigns) {
        return campaigns.stream()
                .filter(campaign -> !campaign.header().reference())
                .flatMap(gated -> campaigns.stream()
                        .filter(other -> other.header().reference() && sameTest(gated, other))
                        .flatMap(other -> of(gated, other).stream()))
                .toList();
    }

    private static List<Comparison> of(CampaignResult gated, CampaignResult other) {
        return gated.attacks().stream()
                .flatMap(rate -> other.attack(rate.attack()).stream().map(base -> of(gated, rate, other, base)))
                .toList();
    }

    private static Comparison of(
            CampaignResult gated, AttackSuccessRate rate, CampaignResult other, AttackSuccessRate base) {
        return new Comparison(
                VisibleText.of(gated.header().title()).text(),
                rate.attack(),
                VisibleText.of(gated.header().target()).text(),
                words(rate),
                VisibleText.of(other.header().target()).text(),
                words(base),
                points(rate.high() - base.high()));
    }

    private static boolean sameTest(CampaignResult one, CampaignResult other) {
        return one.header().testClass() != null
                && Objects.equals(one.header().testClass(), other.header().testClass())
                && Objects.equals(one.header().testMethod(), other.header().testMethod());
    }

    private static String words(AttackSuccessRate rate) {
        return "%s (%d of %d behaviors)"
                .formatted(RateText.range(rate.low(), rate.high(), 1), rate.behaviorsBroken(), rate.behaviors());
    }

    private static String points(double difference) {
        String size = RateText.percent(Math.min(1, Math.abs(difference))).replace(" %", "");
        return difference == 0 ? "0 points" : (difference < 0 ? "−" : "+") + size + " points";
    }
}
