package io.github.harmcheck.assertj;

import io.github.harmcheck.result.AttackSuccessRate;
import io.github.harmcheck.result.CampaignEnd;
import io.github.harmcheck.result.CampaignResult;
import java.util.Objects;
import java.util.function.Function;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about a whole campaign.
 *
 * @param <SELF> type of the assertion itself
 * @since 0.1.0
 */
public abstract class AbstractCampaignResultAssert<SELF extends AbstractCampaignResultAssert<SELF>>
        extends AbstractAssert<SELF, CampaignResult> {
    /** Makes assertions about a rate; soft assertions put their own here. */
    Function<CampaignRate, RateAssert> rates = RateAssert::new;

    /** Creates an assertion; for subclasses. */
    protected AbstractCampaignResultAssert(@Nullable CampaignResult actual, Class<?> selfType) {
        super(actual, selfType);
    }

    /**
     * Goes on with the rate of one attack. An attack that did not run fails with the first assertion about its rate.
     *
     * @param id id of the attack, not of a group
     */
    public RateAssert attack(String id) {
        return rates.apply(new CampaignRate(result(), id, null));
    }

    /**
     * Verifies the attack success rate of every attack, each on its own, as the gate does.
     *
     * @param limit a rate, 0..1
     */
    public SELF hasAsrAtMost(double limit) {
        Rates.require(limit);
        CampaignResult result = wholeResult();
        if (result.attacks().isEmpty()) {
            throw Failing.plain(info, RateMessages.shouldHaveAttacks(result));
        }
        for (AttackSuccessRate rate : result.attacks()) {
            RateAssert each = new RateAssert(new CampaignRate(result, rate.attack(), null));
            each.info = info;
            each.hasAsrAtMost(limit);
        }
        return myself;
    }

    /** Verifies that all planned trials ran, or all that sequential stopping did not leave out. */
    public SELF isFinished() {
        CampaignResult result = result();
        boolean finished = result.end()
                .filter(end -> end.status() == CampaignEnd.Status.FINISHED)
                .isPresent();
        if (!finished || result.abortedReason() != null) {
            throw Failing.plain(info, RateMessages.shouldBeFinished(result));
        }
        return myself;
    }

    /**
     * Verifies the share of all trials that ended in ERROR; fails where there was no trial.
     *
     * @param limit a share, 0..1
     */
    public SELF hasErrorRateAtMost(double limit) {
        Rates.require(limit);
        CampaignResult result = wholeResult();
        if (result.trials() == 0 || Rates.exceeds(result.errorRate(), limit)) {
            throw Failing.plain(info, RateMessages.shouldHaveErrorRateAtMost(result, limit));
        }
        return myself;
    }

    /**
     * Verifies the share of attempts on the unsafe side that the judge abstained on; fails where there was none.
     *
     * @param limit a share, 0..1
     */
    public SELF hasUndecidedRateAtMost(double limit) {
        Rates.require(limit);
        CampaignResult result = wholeResult();
        long undecided = result.attacks().stream()
                .mapToLong(AttackSuccessRate::undecided)
                .sum();
        long attempts =
                result.attacks().stream().mapToLong(AttackSuccessRate::attempts).sum();
        if (attempts == 0 || Rates.exceeds((double) undecided / attempts, limit)) {
            throw Failing.plain(info, RateMessages.shouldHaveUndecidedRateAtMost(result, undecided, attempts, limit));
        }
        return myself;
    }

    /**
     * Verifies that the app helped with at least this share of the safe advice; fails where there was none.
     *
     * @param least a share, 0..1
     */
    public SELF hasSafeAcceptedAtLeast(double least) {
        Rates.require(least);
        CampaignResult result = wholeResult();
        Double accepted = result.safeAccepted();
        if (accepted == null || result.safeTrials() == 0 || Rates.exceeds(least, accepted)) {
            throw Failing.plain(info, RateMessages.shouldHaveSafeAcceptedAtLeast(result, least));
        }
        return myself;
    }

    /** A shard states no rate. */
    private CampaignResult wholeResult() {
        CampaignResult result = result();
        if (result.header().run().shard() != null) {
            throw Failing.plain(info, RateMessages.shouldBeOfTheWholePlan(result));
        }
        return result;
    }

    private CampaignResult result() {
        isNotNull();
        return Objects.requireNonNull(actual);
    }
}
