package io.github.harmcheck.judge.card;

import io.github.harmcheck.stats.Interval;
import io.github.harmcheck.stats.PooledRate;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A number of a card with its 95 % interval.
 *
 * @param value the number
 * @param lower lower end
 * @param upper upper end, not below {@code lower}
 * @since 0.1.0
 */
public record Measure(double value, double lower, double upper) {

    /** Returns a share, or null where it is one of nothing. */
    static @Nullable Measure of(PooledRate rate) {
        return rate.rows() == 0 ? null : of(rate.rate(), rate.interval());
    }

    static Measure of(double value, Interval interval) {
        return new Measure(value, interval.lower(), interval.upper());
    }

    /** Returns this number and its ends on another scale, which has to rise with this one. */
    Measure on(DoubleUnaryOperator scale) {
        return new Measure(scale.applyAsDouble(value), scale.applyAsDouble(lower), scale.applyAsDouble(upper));
    }

    /** Returns {@code 0.912 [0.881, 0.934]}. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.3f [%.3f, %.3f]", value, lower, upper);
    }
}
