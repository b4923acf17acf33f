package io.github.harmcheck.maven;

import io.github.harmcheck.campaign.CampaignException;
import io.github.harmcheck.campaign.Settings;
import io.github.harmcheck.gate.Rule;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * A limit for a part of the findings, as a POM writes it. Patterns may hold {@code *}. A dataset or category that is named
 * makes cells of its own; what is left out is not told apart.
 *
 * @since 0.1.0
 */
public final class RuleParameter {

    /** Names of datasets. */
    @Parameter
    private @Nullable String dataset;

    /** Semantic categories. */
    @Parameter
    private @Nullable String category;

    /** Ids of attacks. */
    @Parameter
    private @Nullable String attack;

    /** Test classes, with or without their package. */
    @Parameter
    private @Nullable String testClass;

    /** Highest attack success rate, for example {@code 5%}. Required. */
    @Parameter
    private @Nullable String maxAsr;

    /**
     * Whether the rule holds for every cell as it was measured. Where false, a cell fails only on proof, corrected for the
     * number of cells.
     */
    @Parameter
    private boolean hard = true;

    Rule toRule() {
        if (maxAsr == null || maxAsr.isBlank()) {
            throw new CampaignException("a <rule> has no <maxAsr>: write for example <maxAsr>5%</maxAsr>", null);
        }
        return new Rule(
                given(dataset),
                given(category),
                given(attack),
                given(testClass),
                Settings.parseRate("rules.maxAsr", maxAsr.strip()),
                hard);
    }

    static RuleParameter of(@Nullable String category, @Nullable String attack, @Nullable String maxAsr) {
        RuleParameter rule = new RuleParameter();
        rule.category = category;
        rule.attack = attack;
        rule.maxAsr = maxAsr;
        return rule;
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
