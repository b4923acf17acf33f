package io.github.harmcheck.assertj;

import io.github.harmcheck.core.Side;
import io.github.harmcheck.gate.FailureMessage;
import io.github.harmcheck.gate.GateStatus;
import io.github.harmcheck.gate.RateText;
import io.github.harmcheck.gate.WorstCase;
import io.github.harmcheck.internal.Texts;
import io.github.harmcheck.result.MetamorphicRelation;
import java.util.List;
import java.util.Set;

/** One message for each way an assertion about kept verdicts fails. */
final class RelationMessages {
    private static final int SHOWN = 200;

    private RelationMessages() {}

    static String shouldHavePairs(CampaignRate actual, String base) {
        return new FailureMessage(
                        GateStatus.FAIL,
                        RateMessages.subject(actual),
                        "the verdicts of " + line(base) + " kept",
                        "no attempt has one of " + line(base) + " to be compared with; this campaign ran "
                                + actual.campaign().header().attacks().stream()
                                        .map(RelationMessages::line)
                                        .toList(),
                        "run both attacks on the same behaviors",
                        List.of())
                .block(null);
    }

    static String shouldHaveRun(CampaignRate actual, MetamorphicRelation relation) {
        return new FailureMessage(
                        GateStatus.INCONCLUSIVE,
                        subject(actual, relation),
                        "the verdicts of " + line(relation.base()) + " kept",
                        relation.errors() + " of " + relation.errors() + " pairs failed to run",
                        "see the findings with outcome ERROR",
                        List.of())
                .block(null);
    }

    static String shouldKeepVerdicts(CampaignRate actual, MetamorphicRelation relation, double limit) {
        boolean fails = Rates.exceeds(relation.low().rate(), limit);
        boolean unsafe = relation.side() == Side.UNSAFE;
        Set<String> flipped = Set.copyOf(relation.flipped());
        return new FailureMessage(
                        fails ? GateStatus.FAIL : GateStatus.INCONCLUSIVE,
                        subject(actual, relation),
                        "the verdicts of " + line(relation.base()) + " kept, flips <= " + RateText.limit(limit),
                        RateText.range(relation.low().rate(), relation.high().rate(), limit) + " over "
                                + relation.behaviors() + " behaviors (of " + relation.pairs() + " pairs "
                                + relation.worse() + " flipped to " + (unsafe ? "unsafe" : "No") + ", "
                                + relation.better() + " to " + (unsafe ? "safe" : "Yes") + ", " + relation.undecided()
                                + " undecided, 95 % CI "
                                + RateText.interval(
                                        relation.low().interval().lower(),
                                        relation.high().interval().upper(),
                                        limit)
                                + ")" + first(relation),
                        fails ? "" : "set a judge that can tell, or run harmcheck:review",
                        WorstCase.among(actual.campaign().findings(), finding -> flipped.contains(finding.id())))
                .block(null);
    }

    private static String subject(CampaignRate actual, MetamorphicRelation relation) {
        return RateMessages.subject(actual) + (relation.side() == Side.UNSAFE ? "" : " / safe side");
    }

    private static String first(MetamorphicRelation relation) {
        return relation.flipped().isEmpty()
                ? ""
                : ", first " + relation.flipped().get(0);
    }

    private static String line(String text) {
        return Texts.oneLine(text, SHOWN);
    }
}
