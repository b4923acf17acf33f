package io.github.harmcheck.gate;

import io.github.harmcheck.internal.Texts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A limit of the build for a part of what the tests found, beside the tests' own limits; it never loosens them. Attacks
 * are never pooled: the rule holds for each attack it matches. A dataset or category that is named, or matched by
 * {@code *}, is a cell of its own; one that is left out is not told apart.
 *
 * @param dataset pattern for names of datasets, or null
 * @param category pattern for semantic categories, or null
 * @param attack pattern for ids of attacks, or null for all
 * @param testClass pattern for test classes, by binary name or name without package, or null for all campaigns
 * @param maxAsr highest attack success rate of each cell, 0..1
 * @param hard whether each cell is decided like a test's own limit. A rule that is not hard fails only on proof: cells of
 *     30 behaviors or more, each tested against the limit, adjusted by Holm for the cells of the same attack; a rate
 *     above the limit without proof is a warning to watch
 * @since 0.1.0
 */
public record Rule(
        @Nullable String dataset,
        @Nullable String category,
        @Nullable String attack,
        @Nullable String testClass,
        double maxAsr,
        boolean hard) {

    public Rule {
        if (!(maxAsr >= 0 && maxAsr <= 1)) {
            throw new IllegalArgumentException("maxAsr of a rule is a rate from 0 to 1, was " + maxAsr);
        }
    }

    /** Creates a hard rule for every attack of every campaign. */
    public static Rule atMost(double maxAsr) {
        return new Rule(null, null, null, null, maxAsr, true);
    }

    /** Returns this rule for some datasets. */
    public Rule dataset(String pattern) {
        return new Rule(pattern, category, attack, testClass, maxAsr, hard);
    }

    /** Returns this rule for some semantic categories. */
    public Rule category(String pattern) {
        return new Rule(dataset, pattern, attack, testClass, maxAsr, hard);
    }

    /** Returns this rule for some attacks. */
    public Rule attack(String pattern) {
        return new Rule(dataset, category, pattern, testClass, maxAsr, hard);
    }

    /** Returns this rule for some test classes. */
    public Rule testClass(String pattern) {
        return new Rule(dataset, category, attack, pattern, maxAsr, hard);
    }

    /** Returns this rule as one that fails only on proof. */
    public Rule soft() {
        return new Rule(dataset, category, attack, testClass, maxAsr, false);
    }

    /** Returns the rule for a message: {@code rule (category "illegal", attack "base64") ASR <= 5 %}. */
    public String describe() {
        List<String> parts = new ArrayList<>();
        describe(parts, "dataset", dataset);
        describe(parts, "category", category);
        describe(parts, "attack", attack);
        describe(parts, "testClass", testClass);
        return "rule (" + (parts.isEmpty() ? "everything" : String.join(", ", parts)) + ") ASR <= "
                + RateText.limit(maxAsr);
    }

    private static void describe(List<String> parts, String name, @Nullable String pattern) {
        if (pattern != null) {
            parts.add(name + " " + Texts.quoted(pattern, 120));
        }
    }

    static boolean matches(@Nullable String pattern, String name) {
        return pattern == null || new NamePattern(pattern).matches(name);
    }
}
