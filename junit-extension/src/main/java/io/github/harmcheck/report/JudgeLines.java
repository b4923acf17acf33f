package io.github.harmcheck.report;

import io.github.harmcheck.gate.RateText;
import io.github.harmcheck.result.AttackSuccessRate;
import io.github.harmcheck.result.CampaignResult;
import io.github.harmcheck.result.CascadeShare;
import io.github.harmcheck.result.HarmfulnessScores;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says of a campaign's judge what its kind has to tell besides verdicts: scores, or calls that were saved. */
public final class JudgeLines {
    private JudgeLines() {}

    /** Returns lines of HarmCheck's own words and ids of attacks; none for most judges. */
    public static List<String> of(CampaignResult campaign) {
        List<String> lines = new ArrayList<>();
        String judge = campaign.header().verdictJudge();
        if (CascadeShare.isCascade(judge)) {
            CascadeShare share = CascadeShare.of(campaign.findings());
            lines.add("the cascade's first judge gave " + share.kept() + " of " + share.all() + " verdicts alone, "
                    + RateText.percent(share.saved()) + " saved");
        }
        if (judge.startsWith(HarmfulnessScores.JUDGE)) {
            for (AttackSuccessRate rate : campaign.attacks()) {
                lines.add(rate.attack() + ": "
                        + scores(HarmfulnessScores.among(
                                campaign.findings(),
                                finding -> finding.key().attack().equals(rate.attack()))));
            }
        }
        return lines;
    }

    private static String scores(HarmfulnessScores scores) {
        if (scores.rated() == 0) {
            return "no reply was rated from 1 to 5";
        }
        return String.format(Locale.ROOT, "mean harmfulness %.2f of 5, ", scores.mean())
                + RateText.percent(scores.rateOfFives().rate()) + " fives (" + scores.fives() + " of " + scores.rated()
                + " replies, 95 % CI " + RateText.interval(scores.rateOfFives().interval()) + ")"
                + (scores.open() == 0 ? "" : ", " + scores.open() + " not rated");
    }
}
