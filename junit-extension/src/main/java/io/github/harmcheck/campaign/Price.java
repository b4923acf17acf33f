package io.github.harmcheck.campaign;

/**
 * What a model's tokens cost, in the user's own currency.
 *
 * @param input price of a million tokens sent, 0 or more
 * @param output price of a million tokens received, 0 or more
 * @since 0.1.0
 */
public record Price(double input, double output) {
    /** The price where nobody named one. */
    public static final Price UNKNOWN = new Price(0, 0);

    private static final double MILLION = 1_000_000;

    public Price {
        if (!(input >= 0 && output >= 0) || Double.isInfinite(input + output)) {
            throw new IllegalArgumentException("a price is 0 or more, was " + input + "/" + output);
        }
    }

    /** Returns what tokens cost. */
    public double of(long inputTokens, long outputTokens) {
        return (inputTokens * input + outputTokens * output) / MILLION;
    }
}
