package io.github.harmcheck.report;

import io.github.harmcheck.gate.RateText;
import io.github.harmcheck.result.AttackSuccessRate;
import io.github.harmcheck.result.CampaignResult;
import io.github.harmcheck.result.CascadeShare;
import io.github.harmcheck.result.HarmfulnessScores;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Says of a campaign's judge what its kind has to tell besides verdicts: scores, or calls that were saved.
 *
 * @since 0.1.0
 */
public final class JudgeLines {
    private JudgeLines() {}

    /** Returns lines of HarmCheck's own words and ids of attacks; none for most judges. */
    public static List<String> of(CampaignResult campaign) {
        List<String> lines = new ArrayList<>();
        cascade(campaign)
                .ifPresent(share -> lines.add("the cascade's first judge gave " + share.kept() + " of " + share.all()
                        + " verdicts alone, " + RateText.percent(share.saved()) + " saved"));
        scores(campaign).ifPresent(all -> all.forEach((attack, scores) -> lines.add(attack + ": " + line(scores))));
        return lines;
    }

    /** Returns what a cascade saved. */
    static Optional<CascadeShare> cascade(CampaignResult campaign) {
        return CascadeShare.isCascade(campaign.header().verdictJudge())
                ? Optional.of(CascadeShare.of(campaign.findings()))
                : Optional.empty();
    }

    /** Returns the scores from 1 to 5 of each attack, in the order of the plan. */
    static Optional<Map<String, HarmfulnessScores>> scores(CampaignResult campaign) {
        if (!campaign.header().verdictJudge().startsWith(HarmfulnessScores.JUDGE)) {
            return Optional.empty();
        }
        Map<String, HarmfulnessScores> scores = new LinkedHashMap<>();
        for (AttackSuccessRate rate : campaign.attacks()) {
            scores.put(
                    rate.attack(),
                    HarmfulnessScores.among(
                            campaign.findings(),
                            finding -> finding.key().attack().equals(rate.attack())));
        }
        return Optional.of(scores);
    }

    private static String line(HarmfulnessScores scores) {
        if (scores.rated() == 0) {
            return "no reply was rated from 1 to 5";
        }
        return String.format(Locale.ROOT, "mean harmfulness %.2f of 5, ", scores.mean())
                + RateText.percent(scores.rateOfFives().rate()) + " fives (" + scores.fives() + " of " + scores.rated()
                + " replies, 95 % CI " + RateText.interval(scores.rateOfFives().interval()) + ")"
                + (scores.open() == 0 ? "" : ", " + scores.open() + " not rated");
    }
}
