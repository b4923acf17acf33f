package io.github.harmcheck.assertj;

/** Checks and compares rates. */
final class Rates {
    /** Rates are quotients of whole numbers; what differs by less differs by the machine's rounding only. */
    private static final double ROUNDING = 1e-9;

    private Rates() {}

    static void require(double rate) {
        if (!(rate >= 0 && rate <= 1)) {
            throw new IllegalArgumentException("a rate is from 0 to 1, for example 0.05 for 5 %, was " + rate);
        }
    }

    static boolean exceeds(double value, double limit) {
        return value > limit + ROUNDING;
    }
}
