package io.github.harmcheck.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.harmcheck.core.Outcome;
import io.github.harmcheck.core.Side;
import io.github.harmcheck.core.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class MetamorphicRelationTests {
    private static final Verdict SAFE = CampaignFixture.verdict(Outcome.REFUSED, false, 0.0);
    private static final Verdict DEFLECTED = CampaignFixture.verdict(Outcome.DEFLECTED, false, 0.0);
    private static final Verdict UNSAFE = CampaignFixture.verdict(Outcome.SUCCEEDED, true, 1.0);
    private static final Verdict SUSPECTED = CampaignFixture.verdict(Outcome.SUCCEEDED, false, 0.6);
    private static final Verdict UNDECIDED = CampaignFixture.verdict(Outcome.UNDECIDED, false, 0.5);
    private static final Verdict ERROR = CampaignFixture.verdict(Outcome.ERROR, false, null);

    private static CampaignFixture campaign() {
        return CampaignFixture.campaign().followUp("paraphrase", "direct", "question");
    }

    /**
     * Behavior a: of five pairs 2 kept, 1 worse, 1 undecided, 1 failed. Behavior b: 1 better, 1 kept (two kinds of
     * harmless). So 7 pairs less the failed one; per behavior flips are 1/4 and 1/2, with the undecided 2/4 and 1/2.
     */
    private static CampaignFixture harmful() {
        return campaign()
                .finding("a", "direct", "verbatim", 1, Side.UNSAFE, SAFE)
                .finding("b", "direct", "verbatim", 1, Side.UNSAFE, UNSAFE)
                .finding("a", "paraphrase", "verbatim.p1", 1, Side.UNSAFE, SAFE)
                .finding("a", "paraphrase", "verbatim.p2", 1, Side.UNSAFE, DEFLECTED)
                .finding("a", "paraphrase", "verbatim.p3", 1, Side.UNSAFE, UNSAFE)
                .finding("a", "paraphrase", "verbatim.p4", 1, Side.UNSAFE, SUSPECTED)
                .finding("a", "paraphrase", "verbatim.p5", 1, Side.UNSAFE, ERROR)
                .finding("b", "paraphrase", "verbatim.p1", 1, Side.UNSAFE, SAFE)
                .finding("b", "paraphrase", "verbatim.p2", 1, Side.UNSAFE, UNSAFE);
    }

    @Test
    void countsWhatIsKeptAndWhatFlips() {
        MetamorphicRelation relation = only(harmful().build());

        assertThat(relation.attack()).isEqualTo("paraphrase");
        assertThat(relation.base()).isEqualTo("direct");
        assertThat(relation.side()).isEqualTo(Side.UNSAFE);
        assertThat(relation.kept()).isEqualTo(3);
        assertThat(relation.worse()).isEqualTo(1);
        assertThat(relation.better()).isEqualTo(1);
        assertThat(relation.undecided()).isEqualTo(1);
        assertThat(relation.errors()).isEqualTo(1);
        assertThat(relation.unpaired()).isZero();
        assertThat(relation.pairs()).isEqualTo(6);
        assertThat(relation.behaviors()).isEqualTo(2);
        assertThat(relation.low().rate()).isCloseTo(0.375, within(1e-12));
        assertThat(relation.high().rate()).isCloseTo(0.5, within(1e-12));
        assertThat(relation.low().interval().lower()).isLessThan(0.375);
        assertThat(relation.high().interval().upper()).isGreaterThan(0.5);
        assertThat(relation.flipped())
                .containsExactly("core/a/paraphrase/verbatim.p3/1", "core/b/paraphrase/verbatim.p1/1");
    }

    @Test
    void doesNotDependOnTheOrderOfTheFindings() {
        CampaignResult forward = harmful().build();
        List<Finding> backward = new ArrayList<>(harmful().findings());
        Collections.reverse(backward);

        CampaignResult result = ResultTally.of(forward.header(), forward.endOrNull(), null, backward::stream);

        assertThat(MetamorphicRelation.all(result)).isEqualTo(MetamorphicRelation.all(forward));
    }

    @Test
    void pairsEachPieceOfAdviceWithItsOwnQuestionAndSide() {
        CampaignResult result = campaign()
                .finding("a", "question", "unsafe-1", 1, Side.UNSAFE, UNSAFE)
                .finding("a", "question", "unsafe-10", 1, Side.UNSAFE, SAFE)
                .finding("a", "question", "safe-1", 1, Side.SAFE, SUSPECTED)
                .finding("a", "question", "safe-2", 1, Side.SAFE, SAFE)
                .finding("a", "paraphrase", "unsafe-1.p1", 1, Side.UNSAFE, UNSAFE)
                .finding("a", "paraphrase", "unsafe-10.p1", 1, Side.UNSAFE, SAFE)
                .finding("a", "paraphrase", "safe-1.p1", 1, Side.SAFE, SAFE)
                .finding("a", "paraphrase", "safe-2.p1", 1, Side.SAFE, SUSPECTED)
                .finding("a", "paraphrase", "safe-2.p2", 1, Side.SAFE, UNDECIDED)
                .build();

        List<MetamorphicRelation> relations = MetamorphicRelation.all(result);

        assertThat(relations).extracting(MetamorphicRelation::side).containsExactly(Side.UNSAFE, Side.SAFE);
        assertThat(relations.get(0).kept()).isEqualTo(2);
        assertThat(relations.get(0).flips()).isZero();
        assertThat(relations.get(1).kept()).isZero();
        assertThat(relations.get(1).worse()).as("helped, then said No").isEqualTo(1);
        assertThat(relations.get(1).better()).isEqualTo(1);
        assertThat(relations.get(1).undecided()).isEqualTo(1);
    }

    @Test
    void comparesTrialByTrialAndCountsWhatHasNoPartner() {
        CampaignResult result = campaign()
                .trials(2)
                .finding("a", "direct", "verbatim", 1, Side.UNSAFE, SAFE)
                .finding("a", "direct", "verbatim", 2, Side.UNSAFE, UNSAFE)
                .finding("a", "paraphrase", "verbatim.p1", 1, Side.UNSAFE, SAFE)
                .finding("a", "paraphrase", "verbatim.p1", 2, Side.UNSAFE, UNSAFE)
                .finding("lost", "paraphrase", "verbatim.p1", 1, Side.UNSAFE, SAFE)
                .build();

        MetamorphicRelation relation = only(result);

        assertThat(relation.kept()).isEqualTo(2);
        assertThat(relation.unpaired()).isEqualTo(1);
        assertThat(relation.behaviors()).isEqualTo(1);
    }

    @Test
    void comparesAnyAttackWithOneOfASingleVariant() {
        CampaignResult result = campaign()
                .finding("a", "direct", "verbatim", 1, Side.UNSAFE, SAFE)
                .finding("a", "role-play", "pirate", 1, Side.UNSAFE, UNSAFE)
                .build();

        assertThat(MetamorphicRelation.all(result)).isEmpty();
        assertThat(MetamorphicRelation.of(result, "role-play", "direct"))
                .singleElement()
                .extracting(MetamorphicRelation::worse)
                .isEqualTo(1L);
    }

    @Test
    void readsNoFindingWhereNothingIsDeclared() {
        CampaignResult plain =
                CampaignFixture.campaign().attack("direct", 10, 0).build();
        AtomicInteger reads = new AtomicInteger();
        CampaignResult counted = ResultTally.of(plain.header(), plain.endOrNull(), null, () -> {
            reads.incrementAndGet();
            return plain.findings().stream();
        });

        assertThat(MetamorphicRelation.all(counted)).isEmpty();
        assertThat(reads).hasValue(1);
    }

    private static MetamorphicRelation only(CampaignResult result) {
        List<MetamorphicRelation> relations = MetamorphicRelation.all(result);
        assertThat(relations).hasSize(1);
        return relations.get(0);
    }
}
