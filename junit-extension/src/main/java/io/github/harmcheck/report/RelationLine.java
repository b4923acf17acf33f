package io.github.harmcheck.report;

import io.github.harmcheck.core.Side;
import io.github.harmcheck.gate.RateText;
import io.github.harmcheck.internal.Texts;
import io.github.harmcheck.result.CampaignResult;
import io.github.harmcheck.result.MetamorphicRelation;
import java.util.List;

/**
 * One line of the table that shows whether verdicts hold where the same is asked in another way.
 *
 * @param test where the campaign was started
 * @param target name of the target
 * @param attack id of the attack, with the side where it is the safe one
 * @param base id of the attack it is compared with
 * @param kept pairs with the same verdict, of how many
 * @param flipped pairs that flipped, for the worse and for the better
 * @param open pairs without a decision, that failed to run, or that have no partner
 * @param rate rate of flips over behaviors
 * @param interval its 95 % interval
 * @since 0.1.0
 */
public record RelationLine(
        String test,
        String target,
        String attack,
        String base,
        String kept,
        String flipped,
        String open,
        String rate,
        String interval) {
    private static final int SHOWN = 200;

    /** Returns the lines of a campaign. Reads its findings once where one of its attacks is a follow-up. */
    public static List<RelationLine> of(CampaignResult campaign) {
        return MetamorphicRelation.all(campaign).stream()
                .map(relation -> of(campaign, relation))
                .toList();
    }

    private static RelationLine of(CampaignResult campaign, MetamorphicRelation relation) {
        boolean unsafe = relation.side() == Side.UNSAFE;
        return new RelationLine(
                one(campaign.header().title()),
                one(campaign.header().target()),
                one(relation.attack()) + (unsafe ? "" : " (safe side)"),
                one(relation.base()),
                relation.kept() + " of " + relation.pairs(),
                relation.worse()
                        + (unsafe ? " to unsafe, " : " to No, ")
                        + relation.better()
                        + (unsafe ? " to safe" : " to Yes"),
                open(relation),
                relation.pairs() == 0
                        ? "none"
                        : RateText.range(relation.low().rate(), relation.high().rate(), 1),
                RateText.interval(
                        relation.low().interval().lower(),
                        relation.high().interval().upper(),
                        1));
    }

    private static String open(MetamorphicRelation relation) {
        return relation.undecided() + " undecided" + part(relation.errors(), "failed to run")
                + part(relation.unpaired(), "without a partner");
    }

    private static String part(long count, String what) {
        return count == 0 ? "" : ", " + count + " " + what;
    }

    private static String one(String text) {
        return Texts.oneLine(text, SHOWN);
    }
}
