package io.github.harmcheck.campaign;

/**
 * What tokens cost by the role that uses them.
 *
 * @since 0.1.0
 */
public record Prices(Price target, Price attacker, Price judge) {
    /** Nobody named a price. */
    public static final Prices UNKNOWN = new Prices(Price.UNKNOWN, Price.UNKNOWN, Price.UNKNOWN);

    /** Returns whether nobody named a price. */
    public boolean areUnknown() {
        return equals(UNKNOWN);
    }
}
