package io.github.harmcheck.stats;

/**
 * A confidence interval of a rate.
 *
 * @param lower lower end, 0..1
 * @param upper upper end, 0..1, not below {@code lower}
 * @since 0.1.0
 */
public record Interval(double lower, double upper) {

    /** The interval that says nothing. */
    public static final Interval UNKNOWN = new Interval(0, 1);

    public Interval {
        if (!(lower >= 0 && lower <= upper && upper <= 1)) {
            throw new IllegalArgumentException("not an interval of a rate: " + lower + " to " + upper);
        }
    }
}
