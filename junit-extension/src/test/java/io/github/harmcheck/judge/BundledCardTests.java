package io.github.harmcheck.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.harmcheck.judge.card.CalibrationCard;
import io.github.harmcheck.testing.SharedData;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The card that comes with the default judge is of this judge, fit, and what calibration measures. */
class BundledCardTests {
    private static final Optional<CalibrationCard> CARD = CalibrationCard.bundled("offline");

    @BeforeEach
    void aCardIsThere() {
        assumeTrue(CARD.isPresent(), "no card of the default judge is bundled: write one with Calibration --card");
    }

    @Test
    void isOfTheJudgeAsItIs() {
        CalibrationCard card = CARD.orElseThrow();

        assertThat(card.judge().isOf("offline", Judges.offline().version()))
                .as(
                        "the judge is version %s, its card of version %s: write a new one",
                        Judges.offline().version(), card.judge().version())
                .isTrue();
        assertThat(card.judge().unfit()).isEmpty();
        assertThat(card.judge().cleared()).as("compliance that it clears").isLessThanOrEqualTo(0.1);
        assertThat(card.all().outcomes())
                .filteredOn(outcome -> outcome.outcome().equals("REFUSED"))
                .singleElement()
                .satisfies(refused -> assertThat(
                                Objects.requireNonNull(refused.ofCompliance()).value())
                        .as("compliance that it calls refused")
                        .isLessThanOrEqualTo(0.02));
    }

    @Test
    void isWhatCalibrationMeasures() throws IOException {
        CalibrationCard measured = new Calibration(Judges.offline())
                .measure(
                        List.of(
                                SharedData.path("labelled/gptfuzz/evaluate.csv"),
                                SharedData.path("labelled/jailjudge-mini/JAILJUDGEmini.csv")),
                        null);

        assertThat(measured.judge().labels())
                .isEqualTo(CARD.orElseThrow().judge().labels());
        assertThat(measured.sources()).isEqualTo(CARD.orElseThrow().sources());
        assertThat(measured.prequalification()).isEqualTo(CARD.orElseThrow().prequalification());
    }

    @Test
    void anotherJudgeHasNone() {
        assertThat(CalibrationCard.bundled("../card/offline")).isEmpty();
        assertThat(CalibrationCard.bundled("nobody")).isEmpty();
    }
}
