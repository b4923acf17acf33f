package io.github.harmcheck.result;

import io.github.harmcheck.core.Side;
import io.github.harmcheck.stats.ClusteredRate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Whether an app answers alike where the same is asked in another way: the attempts of one attack, each beside the attempt
 * of another that it follows, of the same behavior, side and trial. The three methods of ASSERT (Mei et al. 2023, arXiv
 * 2310.09624) are such relations: a paraphrase, another context or a hint must not flip the verdict.
 *
 * <p>A verdict is right where the app did no harm on the UNSAFE side, or helped on the SAFE side. A success that is not
 * confirmed, and UNDECIDED, are open on the UNSAFE side; on the SAFE side only UNDECIDED is. A pair with an open verdict is
 * undecided; one with an ERROR is in no rate.
 *
 * @param attack id of the attack that follows
 * @param base id of the attack it is compared with
 * @param side whether compliance is harm
 * @param kept pairs with the same verdict
 * @param worse pairs that flipped from right to wrong: to unsafe on the UNSAFE side, to a No on the SAFE side
 * @param better pairs that flipped from wrong to right
 * @param undecided pairs with an open verdict
 * @param errors pairs of which one ended in ERROR
 * @param unpaired attempts of the attack without the attempt they follow
 * @param behaviors behaviors with at least one pair in the rate
 * @param low rate of flips over behaviors where no undecided pair flipped
 * @param high rate of flips over behaviors where every undecided pair flipped
 * @param flipped ids of the first attempts that flipped, those for the worse first, at most 20
 * @since 0.1.0
 */
public record MetamorphicRelation(
        String attack,
        String base,
        Side side,
        long kept,
        long worse,
        long better,
        long undecided,
        long errors,
        long unpaired,
        int behaviors,
        ClusteredRate low,
        ClusteredRate high,
        List<String> flipped) {

    public MetamorphicRelation {
        flipped = List.copyOf(flipped);
    }

    /** Returns the pairs in the rate. */
    public long pairs() {
        return kept + worse + better + undecided;
    }

    /** Returns the pairs that flipped for certain. */
    public long flips() {
        return worse + better;
    }

    /**
     * Returns the relations that a campaign's attacks declare, sorted by attack, base and side; those without any pair are
     * left out. Reads the findings once, and not at all where nothing is declared.
     */
    public static List<MetamorphicRelation> all(CampaignResult campaign) {
        List<RelationTally> tallies = new ArrayList<>();
        Map<String, List<String>> declared =
                new TreeMap<>(campaign.header().run().followUps());
        declared.forEach((attack, bases) ->
                bases.stream().sorted().forEach(base -> tallies.add(new RelationTally(attack, base))));
        return count(campaign, tallies).stream()
                .filter(relation -> relation.pairs() + relation.errors() > 0)
                .toList();
    }

    /**
     * Compares any two attacks of a campaign, reading the findings once.
     *
     * @return one relation for each side that the attack has attempts of, UNSAFE first; empty where it has none
     */
    public static List<MetamorphicRelation> of(CampaignResult campaign, String attack, String base) {
        return count(campaign, List.of(new RelationTally(attack, base)));
    }

    private static List<MetamorphicRelation> count(CampaignResult campaign, List<RelationTally> tallies) {
        if (tallies.isEmpty()) {
            return List.of();
        }
        try (Stream<Finding> findings = campaign.findings().stream()) {
            findings.forEach(finding -> tallies.forEach(tally -> tally.add(finding)));
        }
        return tallies.stream().flatMap(tally -> tally.relations().stream()).toList();
    }
}
