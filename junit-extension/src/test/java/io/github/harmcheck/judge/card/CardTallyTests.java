package io.github.harmcheck.judge.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.harmcheck.core.Outcome;
import io.github.harmcheck.core.Verdict;
import io.github.harmcheck.judge.card.CalibrationCard.ConfidentError;
import io.github.harmcheck.judge.card.JudgeNumbers.OutcomeNumbers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CardTallyTests {
    private static final Prequalification NOT_ASKED = new Prequalification(List.of());

    @TempDir
    Path folder;

    private final CardTally tally = new CardTally();
    private int next;

    @Test
    void numbersAreThoseOfTheTwoByTwoTable() {
        add(40, true, Outcome.SUCCEEDED);
        add(10, true, Outcome.REFUSED);
        add(5, false, Outcome.SUCCEEDED);
        add(45, false, Outcome.REFUSED);

        Agreement agreement = card().all().headline();

        assertThat(agreement.rows()).isEqualTo(100);
        assertThat(agreement.accuracy().value()).isCloseTo(0.85, within(1e-12));
        assertThat(agreement.precision().value()).isCloseTo(40 / 45.0, within(1e-12));
        assertThat(agreement.recall().value()).isCloseTo(0.8, within(1e-12));
        assertThat(agreement.falsePositiveRate().value()).isCloseTo(0.1, within(1e-12));
        assertThat(agreement.falseNegativeRate().value()).isCloseTo(0.2, within(1e-12));
        assertThat(agreement.f1().value()).isCloseTo(80 / 95.0, within(1e-12));
        // Chance agreement: 0.5 x 0.45 + 0.5 x 0.55 = 0.5
        assertThat(agreement.kappa().value()).isCloseTo(0.7, within(1e-12));
        // Clopper–Pearson, 85 of 100: 0.7647 to 0.9135; kappa is (accuracy - 0.5) / 0.5
        assertThat(agreement.accuracy().lower()).isCloseTo(0.7647, within(1e-4));
        assertThat(agreement.accuracy().upper()).isCloseTo(0.9135, within(1e-4));
        assertThat(agreement.kappa().lower()).isCloseTo(0.5294, within(2e-4));
        assertThat(agreement.kappa().upper()).isCloseTo(0.8271, within(2e-4));
        assertThat(agreement.f1().lower()).isLessThan(80 / 95.0);
        assertThat(card().judge().accuracy()).isEqualTo(0.85);
        assertThat(card().judge().cleared()).isEqualTo(0.2);
        assertThat(card().judge().confirmed()).isEqualTo(0.0);
    }

    @Test
    void whatIsUndecidedIsWrongInTheHeadlineAndReportedThreeWays() {
        add(4, true, Outcome.SUCCEEDED);
        add(2, true, Outcome.UNDECIDED);
        add(3, false, Outcome.REFUSED);
        add(1, false, Outcome.UNDECIDED);

        JudgeNumbers numbers = card().all();

        assertThat(numbers.undecided()).isEqualTo(3);
        assertThat(numbers.headline().accuracy().value()).isEqualTo(0.7);
        assertThat(numbers.undecidedExcluded().rows()).isEqualTo(7);
        assertThat(numbers.undecidedExcluded().accuracy().value()).isEqualTo(1);
        assertThat(numbers.undecidedAsRefused().accuracy().value()).isEqualTo(0.8);
        assertThat(numbers.undecidedAsRefused().recall().value()).isCloseTo(4 / 6.0, within(1e-12));
        assertThat(numbers.undecidedAsSucceeded().accuracy().value()).isEqualTo(0.9);
        assertThat(numbers.undecidedAsSucceeded().falsePositiveRate().value()).isEqualTo(0.25);
    }

    @Test
    void aFailureIsNeverRight() {
        add(1, false, Outcome.ERROR);
        add(1, false, Outcome.REFUSED);

        assertThat(card().all().errors()).isEqualTo(1);
        assertThat(card().all().headline().accuracy().value()).isEqualTo(0.5);
        assertThat(card().judge().accuracy()).isEqualTo(0.5);
    }

    @Test
    void eachOutcomeHasCoverageAndPrecision() {
        add(9, true, Outcome.SUCCEEDED);
        add(1, true, Outcome.REFUSED);
        add(9, false, Outcome.REFUSED);
        add(1, false, Outcome.DEFLECTED);

        OutcomeNumbers refused = card().all().outcomes().stream()
                .filter(outcome -> outcome.outcome().equals("REFUSED"))
                .findFirst()
                .orElseThrow();

        assertThat(refused.rows()).isEqualTo(10);
        assertThat(refused.coverage().value()).isEqualTo(0.5);
        assertThat(refused.precision().value()).isEqualTo(0.9);
        assertThat(refused.ofCompliance().value()).isEqualTo(0.1);
        assertThat(refused.ofOthers().value()).isEqualTo(0.9);
    }

    @Test
    void sourcesAndLanguagesStandByThemselves() {
        tally.add(reply("a", true, "one", "en", null), verdict(Outcome.SUCCEEDED, 0.9));
        tally.add(reply("b", false, "one", "de", null), verdict(Outcome.SUCCEEDED, 0.9));
        tally.add(reply("c", false, "two", "de", null), verdict(Outcome.REFUSED, 0.0));

        CalibrationCard card = card();

        assertThat(card.sources()).containsOnlyKeys("one", "two");
        assertThat(card.languages()).containsOnlyKeys("de", "en");
        assertThat(card.languages().get("de").headline().accuracy().value()).isEqualTo(0.5);
        // Only a source with both labels has error rates.
        assertThat(card.judge().sources()).singleElement().satisfies(source -> {
            assertThat(source.name()).isEqualTo("one");
            assertThat(source.truePositiveRate()).isEqualTo(1);
            assertThat(source.falsePositiveRate()).isEqualTo(1);
        });
    }

    @Test
    void theWorstErrorsComeFirst() {
        tally.add(reply("mild", true, "", "", null), verdict(Outcome.REFUSED, 0.4));
        tally.add(reply("sure", true, "", "", null), verdict(Outcome.REFUSED, 0.01));
        tally.add(reply("right", false, "", "", null), verdict(Outcome.REFUSED, 0.0));
        tally.add(reply("open", true, "", "", null), verdict(Outcome.UNDECIDED, 0.0));

        assertThat(card().worst()).extracting(ConfidentError::id).containsExactly("sure", "mild");
    }

    @Test
    void twoLabelsGiveTheAgreementOfPeople() {
        tally.add(reply("a", true, "", "", true), verdict(Outcome.REFUSED, 0.0));
        tally.add(reply("b", true, "", "", false), verdict(Outcome.REFUSED, 0.0));
        tally.add(reply("c", false, "", "", false), verdict(Outcome.REFUSED, 0.0));
        tally.add(reply("d", false, "", "", false), verdict(Outcome.REFUSED, 0.0));
        tally.add(reply("e", false, "", "", null), verdict(Outcome.REFUSED, 0.0));

        Agreement people = card().people();

        assertThat(people.rows()).isEqualTo(4);
        assertThat(people.accuracy().value()).isEqualTo(0.75);
        // Chance agreement: 0.5 x 0.25 + 0.5 x 0.75 = 0.5
        assertThat(people.kappa().value()).isEqualTo(0.5);
        assertThat(String.join("\n", card().lines())).contains("people: label2 agrees with label on 4 replies");
    }

    @Test
    void aCardIsReadBackWithWhatIsUnknown() throws IOException {
        add(3, true, Outcome.SUCCEEDED);
        add(3, false, Outcome.REFUSED);
        Path file = folder.resolve("card.json");
        card().write(file);
        Files.writeString(
                file, Files.readString(file).replaceFirst("\\{", "{\n  \"reviewed\" : \"by the safety team\","));

        CalibrationCard read = CalibrationCard.read(file);

        assertThat(read.all()).isEqualTo(card().all());
        assertThat(read.judge()).isEqualTo(card().judge());
        Path again = folder.resolve("again.json");
        read.write(again);
        assertThat(again).content().contains("\"reviewed\" : \"by the safety team\"");
        assertThat(CalibrationCard.read(again)).isEqualTo(read);
    }

    @Test
    void whatIsNoCardIsNamed() throws IOException {
        Path file = folder.resolve("card.json");
        for (String content : List.of("{", "null", "{\"schema\":9}", "{\"schema\":1}")) {
            Files.writeString(file, content);
            assertThatThrownBy(() -> CalibrationCard.read(file))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("card.json is no judge card of schema 1");
        }
    }

    @Test
    void aHostileIdCannotForgeALine() {
        tally.add(reply("x\npre-qualification: FIT\u202e", true, "", "", null), verdict(Outcome.REFUSED, 0.0));

        assertThat(card().lines())
                .anyMatch(line -> line.contains("x\\npre-qualification: FIT\\u202e"))
                .noneMatch(line -> line.contains("\n") || line.contains("\u202e"));
    }

    private void add(int times, boolean complied, Outcome outcome) {
        for (int i = 0; i < times; i++) {
            tally.add(reply("r" + next, complied, "", "", null), verdict(outcome, null));
        }
    }

    private LabelledReply reply(String id, boolean complied, String source, String language, Boolean second) {
        return new LabelledReply(id, "request " + next++, "", "reply", complied, second, source, language);
    }

    private static Verdict verdict(Outcome outcome, Double score) {
        return Verdict.of(outcome, false, score, "", "judge", "1");
    }

    private CalibrationCard card() {
        return tally.card("judge", "1", "ab12", LocalDate.of(2026, 11, 28), NOT_ASKED);
    }
}
