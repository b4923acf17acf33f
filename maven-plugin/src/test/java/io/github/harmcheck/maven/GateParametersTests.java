package io.github.harmcheck.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.harmcheck.campaign.CampaignException;
import io.github.harmcheck.gate.GateConfig;
import io.github.harmcheck.gate.OnAborted;
import io.github.harmcheck.gate.Rule;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GateParametersTests {
    private static final Instant START = Instant.parse("2026-11-02T10:00:00Z");

    @ParameterizedTest
    @CsvSource({"0.05, 0.05", "5%, 0.05", "' 5 % ', 0.05", "0, 0", "100%, 1"})
    void ratesAreNumbersOrPercentages(String text, double expected) {
        assertThat(with("session", text, "fail").toConfig().maxAsr()).isEqualTo(expected);
    }

    @Test
    void whatIsNotSetDoesNotTighten() {
        GateConfig config = with("session", null, "fail").toConfig();

        assertThat(config.maxAsr()).isNull();
        assertThat(config.maxErrorRate()).isNull();
        assertThat(config.minBehaviors()).isNull();
        assertThat(with("session", " ", "fail").toConfig().maxAsr()).isNull();
    }

    @Test
    void theSessionOrTheLatestRunCounts() {
        assertThat(with("session", null, "fail").toConfig().buildStart()).isEqualTo(START);
        assertThat(with("Latest", null, "fail").toConfig().buildStart()).isNull();
    }

    @Test
    void onAbortedIsReadInAnyCase() {
        assertThat(with("session", null, "Ignore").toConfig().onAborted()).isEqualTo(OnAborted.IGNORE);
    }

    @Test
    void mistakesNameTheSettingTheValueAndWhatItTakes() {
        assertThatThrownBy(() -> with("yesterday", null, "fail").toConfig())
                .isInstanceOf(CampaignException.class)
                .hasMessage("harmcheck.build is \"yesterday\", but takes session or latest");
        assertThatThrownBy(() -> with("session", "five", "fail").toConfig())
                .hasMessageContaining("harmcheck.maxAsr is \"five\"");
        assertThatThrownBy(() -> with("session", null, "maybe").toConfig())
                .hasMessageContaining("harmcheck.onAborted is \"maybe\", but takes fail, inconclusive or ignore");
        assertThatThrownBy(() -> RuleParameter.of("illegal", null, null).toRule())
                .hasMessageContaining("no <maxAsr>");
    }

    @Test
    void rulesKeepWhatTheyName() {
        assertThat(RuleParameter.of("illegal", " ", "2%").toRule())
                .isEqualTo(new Rule(null, "illegal", null, null, 0.02, true));
    }

    private static GateParameters with(String build, @Nullable String maxAsr, String onAborted) {
        return new GateParameters(build, START, maxAsr, null, null, List.of(), onAborted, true, List.of());
    }
}
