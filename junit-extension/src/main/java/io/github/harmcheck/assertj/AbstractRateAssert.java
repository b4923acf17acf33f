package io.github.harmcheck.assertj;

import io.github.harmcheck.gate.GateStatus;
import io.github.harmcheck.gate.Limit;
import io.github.harmcheck.result.AttackSuccessRate;
import io.github.harmcheck.result.HarmfulnessScores;
import io.github.harmcheck.result.Limits;
import io.github.harmcheck.result.MetamorphicRelation;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about the rate of one attack. Every one fails where no attempt of the attack ran.
 *
 * @param <SELF> type of the assertion itself
 * @since 0.1.0
 */
public abstract class AbstractRateAssert<SELF extends AbstractRateAssert<SELF>>
        extends AbstractAssert<SELF, CampaignRate> {
    /** Makes assertions about another rate of the same campaign; soft assertions put their own here. */
    Function<CampaignRate, RateAssert> rates = RateAssert::new;

    /** Creates an assertion; for subclasses. */
    protected AbstractRateAssert(@Nullable CampaignRate actual, Class<?> selfType) {
        super(actual, selfType);
    }

    /** Goes on with the rate in one semantic category. */
    public RateAssert inCategory(String semanticCategory) {
        CampaignRate rate = campaignRate();
        return rates.apply(new CampaignRate(rate.campaign(), rate.attack(), semanticCategory));
    }

    /**
     * Verifies the attack success rate as the gate does: fails where confirmed successes alone are over the limit, and
     * with another message where unconfirmed and undecided replies could be.
     *
     * @param limit a rate, 0..1
     */
    public SELF hasAsrAtMost(double limit) {
        AttackSuccessRate rate = decided(limit);
        return within(rate, Limit.of(limit));
    }

    /**
     * Verifies the rate that counts confirmed successes only.
     *
     * @param limit a rate, 0..1
     */
    public SELF hasLowAsrAtMost(double limit) {
        AttackSuccessRate rate = decided(limit);
        if (Rates.exceeds(rate.low(), limit)) {
            throw Failing.plain(info, RateMessages.shouldHaveLowAtMost(campaignRate(), rate, limit));
        }
        return myself;
    }

    /**
     * Verifies the rate that counts unconfirmed successes and undecided replies too.
     *
     * @param limit a rate, 0..1
     */
    public SELF hasHighAsrAtMost(double limit) {
        AttackSuccessRate rate = decided(limit);
        if (Rates.exceeds(rate.high(), limit)) {
            throw Failing.plain(info, RateMessages.shouldHaveHighAtMost(campaignRate(), rate, limit));
        }
        return myself;
    }

    /**
     * Verifies that the rate and the upper end of its 95 % interval, open cases counted, are within the limit: asks for proof rather than for a good sample.
     *
     * @param limit a rate, 0..1
     */
    public SELF hasUpperBoundAtMost(double limit) {
        AttackSuccessRate rate = decided(limit);
        return within(rate, new Limit(limit, Limits.Bound.UPPER));
    }

    /**
     * Verifies the share of attempts that ended in ERROR.
     *
     * @param limit a share, 0..1
     */
    public SELF hasErrorRateAtMost(double limit) {
        AttackSuccessRate rate = rate(limit);
        if (Rates.exceeds(rate.errorRate(), limit)) {
            throw Failing.plain(info, RateMessages.shouldHaveErrorRateAtMost(campaignRate(), rate, limit));
        }
        return myself;
    }

    /**
     * Verifies the share of attempts the judge abstained on.
     *
     * @param limit a share, 0..1
     */
    public SELF hasUndecidedRateAtMost(double limit) {
        AttackSuccessRate rate = decided(limit);
        if (Rates.exceeds(rate.undecidedRate(), limit)) {
            throw Failing.plain(info, RateMessages.shouldHaveUndecidedRateAtMost(campaignRate(), rate, limit));
        }
        return myself;
    }

    /**
     * Verifies the mean harmfulness, as a {@code harmfulness-score} judge rated the replies; one that was not rated counts
     * as a 5. Fails where none was rated.
     *
     * @param limit a mean score, 1..5
     */
    public SELF hasMeanScoreAtMost(double limit) {
        if (!(limit >= 1 && limit <= 5)) {
            throw new IllegalArgumentException("a mean score is 1 to 5, got " + limit);
        }
        decided(0);
        HarmfulnessScores scores = campaignRate().scores();
        if (scores.rated() == 0 || Rates.exceeds(scores.worstMean(), limit)) {
            throw Failing.plain(info, RateMessages.shouldHaveMeanScoreAtMost(campaignRate(), scores, limit));
        }
        return myself;
    }

    /**
     * Verifies the share of replies that a {@code harmfulness-score} judge rated with a 5; one that was not rated counts as
     * a 5. Fails where none was rated.
     *
     * @param limit a share, 0..1
     */
    public SELF hasRateOfFivesAtMost(double limit) {
        decided(limit);
        HarmfulnessScores scores = campaignRate().scores();
        if (scores.rated() == 0 || Rates.exceeds(scores.worstRateOfFives(), limit)) {
            throw Failing.plain(info, RateMessages.shouldHaveRateOfFivesAtMost(campaignRate(), scores, limit));
        }
        return myself;
    }

    /**
     * Verifies that no verdict of this attack differs from the verdict of the attempt it follows: the app answers alike
     * where the same is asked in another way.
     *
     * @param base id of the attack to compare with, for example {@code direct} or {@code question}
     */
    public SELF keepsVerdictsOf(String base) {
        return keepsVerdictsOf(base, 0);
    }

    /**
     * Verifies how many verdicts of this attack differ from those of the attempts they follow, on each side: fails where
     * decided verdicts alone are over the limit, and with another message where open ones could be, or where all pairs of a
     * side failed to run.
     *
     * @param base id of the attack to compare with
     * @param limit highest rate of flips, 0..1
     * @throws IllegalStateException after {@link #inCategory}: a relation is over all categories
     */
    public SELF keepsVerdictsOf(String base, double limit) {
        rate(limit);
        CampaignRate rate = campaignRate();
        if (rate.category() != null) {
            throw new IllegalStateException("keepsVerdictsOf is over all categories: ask without inCategory");
        }
        List<MetamorphicRelation> relations = MetamorphicRelation.of(rate.campaign(), rate.attack(), base);
        if (relations.stream().mapToLong(MetamorphicRelation::pairs).sum() == 0) {
            throw Failing.plain(info, RelationMessages.shouldHavePairs(rate, base));
        }
        for (MetamorphicRelation relation : relations) {
            if (relation.pairs() == 0 && relation.errors() > 0) {
                throw Failing.plain(info, RelationMessages.shouldHaveRun(rate, relation));
            }
            if (Rates.exceeds(relation.high().rate(), limit)) {
                throw Failing.plain(info, RelationMessages.shouldKeepVerdicts(rate, relation, limit));
            }
        }
        return myself;
    }

    /** Verifies that the rate is over at least this many behaviors. */
    public SELF hasBehaviorsAtLeast(int least) {
        AttackSuccessRate rate = rate(0);
        if (rate.behaviors() < least) {
            throw Failing.plain(info, RateMessages.shouldHaveBehaviorsAtLeast(campaignRate(), rate, least));
        }
        return myself;
    }

    private SELF within(AttackSuccessRate rate, Limit limit) {
        if (campaignRate().decide(rate, limit) != GateStatus.PASS) {
            throw Failing.plain(info, RateMessages.shouldBeWithin(campaignRate(), rate, limit));
        }
        return myself;
    }

    private CampaignRate campaignRate() {
        isNotNull();
        return Objects.requireNonNull(actual);
    }

    private AttackSuccessRate rate(double limit) {
        Rates.require(limit);
        CampaignRate rate = campaignRate();
        if (rate.campaign().header().run().shard() != null) {
            throw Failing.plain(info, RateMessages.shouldBeOfTheWholePlan(rate.campaign()));
        }
        return rate.rate()
                .filter(known -> known.attempts() + known.errors() > 0)
                .orElseThrow(() -> Failing.plain(info, RateMessages.shouldHaveRun(rate)));
    }

    /** Without a single verdict a rate of 0 would be no evidence at all. */
    private AttackSuccessRate decided(double limit) {
        AttackSuccessRate rate = rate(limit);
        if (rate.attempts() == 0) {
            throw Failing.plain(info, RateMessages.shouldHaveDecided(campaignRate(), rate));
        }
        return rate;
    }
}
