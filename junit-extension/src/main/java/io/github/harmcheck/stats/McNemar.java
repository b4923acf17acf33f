package io.github.harmcheck.stats;

import org.apache.commons.statistics.inference.BinomialTest;

/**
 * The exact McNemar test: whether two runs differ on the same behaviors, each tried once in each run. With several
 * attempts on a behavior it would see proof where there is none; {@link SignFlipTest} is for those.
 *
 * @since 0.1.0
 */
public final class McNemar {
    private McNemar() {}

    /**
     * Returns the two-sided p-value.
     *
     * @param onlyFirst behaviors broken in the first run only
     * @param onlySecond behaviors broken in the second run only
     */
    public static double pValue(int onlyFirst, int onlySecond) {
        int discordant = Math.addExact(onlyFirst, onlySecond);
        return discordant == 0
                ? 1
                : BinomialTest.withDefaults().test(discordant, onlyFirst, 0.5).getPValue();
    }
}
