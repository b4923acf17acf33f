package io.github.harmcheck.result;

import static io.github.harmcheck.result.CampaignFixture.campaign;
import static io.github.harmcheck.result.CampaignFixture.verdict;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.harmcheck.core.Outcome;
import io.github.harmcheck.core.Side;
import io.github.harmcheck.stats.McNemar;
import org.junit.jupiter.api.Test;

class PairedComparisonTests {

    @Test
    void comparesBehaviorByBehavior() {
        CampaignResult off = campaign()
                .attack("direct", 30, 12, 3, 0, 0)
                .attack("base64", 30, 0)
                .build();
        CampaignResult on =
                campaign().attack("direct", 30, 2).attack("base64", 30, 0).build();

        assertThat(PairedComparison.of(off, on))
                .satisfiesExactly(
                        direct -> {
                            assertThat(direct.attack()).isEqualTo("direct");
                            assertThat(direct.behaviors()).isEqualTo(30);
                            assertThat(direct.unpaired()).isZero();
                            assertThat(direct.lowDifference()).isEqualTo(-10 / 30.0, within(1e-12));
                            assertThat(direct.highDifference()).isEqualTo(-13 / 30.0, within(1e-12));
                            assertThat(direct.lowPValue()).isEqualTo(McNemar.pValue(10, 0));
                            assertThat(direct.highPValue()).isEqualTo(McNemar.pValue(13, 0));
                        },
                        base64 -> {
                            assertThat(base64.lowDifference()).isZero();
                            assertThat(base64.lowPValue()).isEqualTo(1);
                        });
    }

    @Test
    void leavesOutWhatOnlyOneCampaignKnows() {
        CampaignResult off =
                campaign().attack("direct", 10, 0, 0, 0, 4).attack("hex", 10, 0).build();
        CampaignResult on = campaign().attack("direct", 12, 0).build();

        assertThat(PairedComparison.of(off, on)).singleElement().satisfies(direct -> {
            assertThat(direct.behaviors()).isEqualTo(6);
            assertThat(direct.unpaired()).isEqualTo(6);
        });
    }

    @Test
    void severalAttemptsOnABehaviorAreNotTakenForIndependentOnes() {
        CampaignFixture off = campaign();
        CampaignFixture on = campaign();
        for (int attempt = 0; attempt < 50; attempt++) {
            for (int behavior = 0; behavior < 3; behavior++) {
                off.finding(
                        "b" + behavior,
                        "templates",
                        "v" + attempt,
                        1,
                        Side.UNSAFE,
                        verdict(Outcome.SUCCEEDED, true, null));
                on.finding(
                        "b" + behavior,
                        "templates",
                        "v" + attempt,
                        1,
                        Side.UNSAFE,
                        verdict(Outcome.REFUSED, false, null));
            }
        }

        // three behaviors differ, however often they were tried: 2 of 2^3
        assertThat(PairedComparison.of(off.build(), on.build()))
                .singleElement()
                .satisfies(templates -> assertThat(templates.lowPValue()).isEqualTo(0.25));
    }
}
