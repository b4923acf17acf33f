package io.github.harmcheck.maven;

import io.github.harmcheck.campaign.CampaignException;
import io.github.harmcheck.campaign.Settings;
import io.github.harmcheck.gate.GateConfig;
import io.github.harmcheck.gate.OnAborted;
import io.github.harmcheck.internal.Texts;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a POM says about the gate, as text.
 *
 * @param build {@code session} or {@code latest}
 * @param sessionStart when this Maven build began
 */
record GateParameters(
        String build,
        Instant sessionStart,
        @Nullable String maxAsr,
        @Nullable String maxErrorRate,
        @Nullable String minBehaviors,
        List<RuleParameter> rules,
        String onAborted,
        boolean failIfNoFindings,
        List<String> allowMissing) {

    GateConfig toConfig() {
        return start().maxAsr(rate("maxAsr", maxAsr))
                .maxErrorRate(rate("maxErrorRate", maxErrorRate))
                .minBehaviors(parseMinBehaviors())
                .rules(rules.stream().map(RuleParameter::toRule).toList())
                .onAborted(parseOnAborted())
                .failIfNoFindings(failIfNoFindings)
                .allowMissing(allowMissing)
                .build();
    }

    private GateConfig.Builder start() {
        return switch (build.strip().toLowerCase(Locale.ROOT)) {
            case "session" -> GateConfig.builder(sessionStart);
            case "latest" -> GateConfig.latest();
            default -> throw wrong("build", build, "session or latest");
        };
    }

    private OnAborted parseOnAborted() {
        try {
            return OnAborted.valueOf(onAborted.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw wrong("onAborted", onAborted, "fail, inconclusive or ignore");
        }
    }

    private @Nullable Integer parseMinBehaviors() {
        if (minBehaviors == null || minBehaviors.isBlank()) {
            return null;
        }
        try {
            return Integer.valueOf(minBehaviors.strip());
        } catch (NumberFormatException e) {
            throw wrong("minBehaviors", minBehaviors, "a whole number of at least 1");
        }
    }

    private static @Nullable Double rate(String name, @Nullable String text) {
        return text == null || text.isBlank() ? null : Double.valueOf(Settings.parseRate(name, text.strip()));
    }

    private static CampaignException wrong(String name, String text, String expected) {
        return new CampaignException(
                "harmcheck." + name + " is " + Texts.quoted(text, 60) + ", but takes " + expected, null);
    }
}
