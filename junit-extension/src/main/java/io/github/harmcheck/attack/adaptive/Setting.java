package io.github.harmcheck.attack.adaptive;

import java.util.Locale;

/**
 * One number an attack can be tuned with. Its default is the paper's.
 *
 * @param name the option is {@code <attack id>.<name>}
 * @param initial its default
 * @param least smallest value allowed
 * @param most largest value allowed
 * @param whole whether only whole numbers are
 * @param meaning a few words for the catalogue
 */
record Setting(String name, double initial, double least, double most, boolean whole, String meaning) {

    /** Two counts may be multiplied, and the calls of a plan must still fit into an int. */
    private static final int MOST = 30_000;

    private static final int MOST_TOKENS = 1_000_000;

    /** Creates a count from a least value on, to 30,000. */
    static Setting whole(String name, int initial, int least, String meaning) {
        return new Setting(name, initial, least, MOST, true, meaning);
    }

    /** Creates a number between two others. */
    static Setting number(String name, double initial, double least, double most, String meaning) {
        return new Setting(name, initial, least, most, false, meaning);
    }

    /** Creates the sampling temperature of the helper model. */
    static Setting temperature(double initial) {
        return number("temperature", initial, 0, 2, "sampling temperature of the helper model");
    }

    /** Creates the longest answer of the helper model. */
    static Setting maxTokens(int initial) {
        return new Setting("maxTokens", initial, 1, MOST_TOKENS, true, "longest answer of the helper model in tokens");
    }

    /** Creates the number of calls that may be made again. */
    static Setting retries(int initial) {
        return whole(
                "retries",
                initial,
                0,
                "calls to the helper model that one attempt may make again after a refusal or error");
    }

    String described() {
        return meaning + "; default " + written(initial);
    }

    String written(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : String.format(Locale.ROOT, "%s", value);
    }
}
