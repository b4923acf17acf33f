package io.github.harmcheck.gate;

import io.github.harmcheck.stats.Interval;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.Predicate;

/**
 * Writes rates as percentages, the same way everywhere and in every locale: {@code 3.3 %}, {@code 17 %}. A rounded
 * number never contradicts what is said of it: 0.04 % is not written as 0 %, nor 5.004 % as 5 % where the limit is 5 %.
 * Stateless.
 *
 * @since 0.1.0
 */
public final class RateText {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int MOST_DECIMALS = 9;

    private RateText() {}

    /** Returns a rate of 0..1 as a percentage with one decimal below 10 % and none above, more where it needs them. */
    public static String percent(double rate) {
        return digits(rate) + " %";
    }

    /** Returns a rate as a percentage with as many decimals as it takes to stand on the right side of the limit. */
    public static String percent(double rate, double limit) {
        return digits(rate, limit) + " %";
    }

    /** Returns a rate as a percentage that stands on the right side of the lowest rate allowed. */
    static String atLeast(double rate, double lowest) {
        BigDecimal exact = measured(rate);
        BigDecimal bound = exact(lowest);
        boolean below = Limit.exceeds(lowest, rate);
        return digits(exact, rounded -> below == rounded.compareTo(bound) < 0) + " %";
    }

    /** Returns a limit as a percentage, exactly as it was set. */
    public static String limit(double limit) {
        return plain(exact(limit)) + " %";
    }

    /** Returns {@code 3.3 %}, or {@code 0–3.3 %} where low and high differ, on the right side of the limit. */
    public static String range(double low, double high, double limit) {
        String from = digits(low, limit);
        String to = digits(high, limit);
        return (high - low < Limit.ROUNDING || from.equals(to) ? to : from + "–" + to) + " %";
    }

    /** Returns an interval: {@code 0.1–17 %}. */
    public static String interval(Interval interval) {
        return digits(interval.lower()) + "–" + digits(interval.upper()) + " %";
    }

    /** Returns an interval whose upper end stands on the right side of the limit. */
    public static String interval(double lower, double upper, double limit) {
        return digits(lower) + "–" + digits(upper, limit) + " %";
    }

    private static String digits(double rate) {
        return digits(measured(rate), rounded -> true);
    }

    private static String digits(double rate, double limit) {
        BigDecimal bound = exact(limit);
        boolean above = Limit.exceeds(rate, limit);
        return digits(measured(rate), rounded -> above == rounded.compareTo(bound) > 0);
    }

    private static String digits(BigDecimal exact, Predicate<BigDecimal> honest) {
        for (int decimals = exact.compareTo(BigDecimal.TEN) < 0 ? 1 : 0; ; decimals++) {
            BigDecimal rounded = exact.setScale(decimals, RoundingMode.HALF_EVEN);
            if (decimals >= MOST_DECIMALS || (honest.test(rounded) && !hidesAnEnd(exact, rounded))) {
                return plain(rounded);
            }
        }
    }

    private static boolean hidesAnEnd(BigDecimal exact, BigDecimal rounded) {
        return (rounded.signum() == 0 && exact.signum() != 0)
                || (rounded.compareTo(HUNDRED) == 0 && exact.compareTo(HUNDRED) != 0);
    }

    /** A measured rate is a quotient: what lies below a billionth comes from the machine, not from the app. */
    private static BigDecimal measured(double rate) {
        return exact(rate).setScale(MOST_DECIMALS, RoundingMode.HALF_EVEN);
    }

    private static BigDecimal exact(double rate) {
        return BigDecimal.valueOf(rate).movePointRight(2);
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
