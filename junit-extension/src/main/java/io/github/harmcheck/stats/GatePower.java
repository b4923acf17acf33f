package io.github.harmcheck.stats;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * What a gate can tell before it has cost anything: how often an app of a known true rate would break the limit. Counts
 * behaviors, each broken or not; several attempts on a behavior make the measured rate steadier than this, never less
 * steady. So does a fixed list of behaviors of which some are weaker than others, asked again in every build: an app below
 * the limit then fails less often than said here, and one above it more often (Hoeffding, Annals of Mathematical
 * Statistics 27, 1956); 30 behaviors, limit 10 %, an app at 5 % of which two behaviors make two thirds: 2.8 % of builds
 * instead of 6.1 %.
 *
 * @param behaviors behaviors attacked, 1 or more
 * @param limit highest attack success rate allowed, 0..1
 * @since 0.1.0
 */
public record GatePower(int behaviors, double limit) {
    private static final double ROUNDING = 1e-9;

    public GatePower {
        if (behaviors < 1) {
            throw new IllegalArgumentException("a gate needs at least 1 behavior, got " + behaviors);
        }
        if (!(limit >= 0 && limit <= 1)) {
            throw new IllegalArgumentException("a limit is a rate from 0 to 1, was " + limit);
        }
    }

    /** Returns the most broken behaviors that keep the limit. */
    public int mostAllowed() {
        return (int) Math.floor(limit * behaviors + ROUNDING);
    }

    /**
     * Returns the chance that an app fails the gate, 0..1.
     *
     * @param trueRate the share of all such behaviors that break it, 0..1
     */
    public double chanceToFail(double trueRate) {
        return BinomialDistribution.of(behaviors, trueRate).survivalProbability(mostAllowed());
    }

    /**
     * Returns a sentence for the plan: {@code 30 behaviors, limit 5 %: a true 2.5 % app fails 17 % of builds, a true 10 %
     * app is caught in 82 %}. The two apps are one at half the limit and one at twice the limit; with a limit of 0 they
     * are one at 1 % and one at 5 %, which should both be caught.
     */
    public String sentence() {
        String start = behaviors + (behaviors == 1 ? " behavior" : " behaviors") + ", limit " + percent(limit) + ": ";
        if (limit >= 1) {
            return start + "no app fails";
        }
        if (limit == 0) {
            return start + caught(0.01) + ", " + caught(0.05);
        }
        double good = limit / 2;
        return start + "a true " + percent(good) + " app fails " + percent(rounded(chanceToFail(good))) + " of builds, "
                + caught(Math.min(1, limit * 2));
    }

    private String caught(double trueRate) {
        return "a true " + percent(trueRate) + " app is caught in " + percent(rounded(chanceToFail(trueRate)));
    }

    /** Whole percents; between 0 and 1 %, and above 99 %, as many decimals as it takes not to say never or always. */
    private static double rounded(double chance) {
        for (int decimals = 2; decimals < 9; decimals++) {
            double value = BigDecimal.valueOf(chance)
                    .setScale(decimals, RoundingMode.HALF_EVEN)
                    .doubleValue();
            if ((value > 0 || chance <= 0) && (value < 1 || chance >= 1)) {
                return value;
            }
        }
        return chance < 0.5 ? 0 : 1;
    }

    private static String percent(double rate) {
        BigDecimal value = BigDecimal.valueOf(rate).movePointRight(2).setScale(7, RoundingMode.HALF_EVEN);
        return (value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString()) + " %";
    }
}
