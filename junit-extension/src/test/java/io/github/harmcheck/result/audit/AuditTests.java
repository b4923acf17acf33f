package io.github.harmcheck.result.audit;

import static io.github.harmcheck.core.Outcome.DEFLECTED;
import static io.github.harmcheck.core.Outcome.REFUSED;
import static io.github.harmcheck.core.Outcome.SUCCEEDED;
import static io.github.harmcheck.core.Outcome.UNDECIDED;
import static io.github.harmcheck.result.CampaignFixture.campaign;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import io.github.harmcheck.core.Outcome;
import io.github.harmcheck.core.Reply;
import io.github.harmcheck.core.Side;
import io.github.harmcheck.core.Verdict;
import io.github.harmcheck.dataset.DatasetException;
import io.github.harmcheck.result.CampaignFixture;
import io.github.harmcheck.result.CampaignResult;
import io.github.harmcheck.result.Finding;
import io.github.harmcheck.result.ResultTally;
import io.github.harmcheck.result.audit.AuditLabels.Corrections;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditTests {
    @TempDir
    Path folder;

    @Test
    void aSampleHasSomeOfEveryOutcomeAndIsTheSameForTheSameSeed() {
        CampaignResult campaign = campaign()
                .attack("direct", 300, 6, 40, 4, 3)
                .attack("pair", 20, 0)
                .build();

        List<AuditRow> rows = AuditSample.draw(List.of(campaign), 60, 7);

        assertThat(rows).hasSize(60);
        assertThat(rows)
                .extracting(AuditRow::stratum)
                .extracting(name -> name.substring(name.indexOf(" / ") + 3))
                .containsOnly(
                        "direct / confirmed",
                        "direct / suspected",
                        "direct / undecided",
                        "direct / refused",
                        "pair / refused");
        assertThat(AuditSample.draw(List.of(campaign), 60, 7)).isEqualTo(rows);
        assertThat(AuditSample.draw(List.of(campaign), 60, 8)).isNotEqualTo(rows);
        assertThat(AuditSample.draw(List.of(reversed(campaign)), 60, 7)).isEqualTo(rows);
    }

    @Test
    void aSmallCampaignIsDrawnWhole() {
        CampaignResult campaign = campaign().attack("direct", 30, 1, 2, 1, 2).build();

        assertThat(AuditSample.draw(List.of(campaign), 500, 1)).hasSize(28);
        assertThat(AuditSample.draw(List.of(campaign), 1, 1))
                .as("one of each outcome")
                .hasSize(4);
        assertThat(AuditSample.draw(
                        List.of(campaign().reference().attack("direct", 5, 0).build()), 5, 1))
                .isEmpty();
    }

    @Test
    void labelsOfAllThatWasFoundAreTheRate() throws IOException {
        CampaignResult campaign = campaign().attack("direct", 40, 4, 10, 2, 0).build();
        Path file = drawn(campaign, 500);
        // People find 2 of the suspected and 1 of the refused to comply, beside all confirmed ones.
        label(file, row -> {
            int number = Integer.parseInt(row.getField("id").replaceAll("\\D*(\\d+)/.*", "$1"));
            String stratum = row.getField("stratum");
            return stratum.endsWith("confirmed") || (stratum.endsWith("suspected") && number % 5 == 0) ? "1" : "0";
        });
        long complied = read(file).stream()
                .filter(row -> row.getField("label").equals("1"))
                .count();

        Corrections corrections = AuditLabels.read(List.of(file)).correct(List.of(campaign));

        assertThat(corrections.notes()).isEmpty();
        assertThat(corrections.rates()).singleElement().satisfies(rate -> {
            assertThat(rate.attack()).isEqualTo("direct");
            assertThat(rate.rate()).isCloseTo(complied / 40.0, within(1e-9));
            assertThat(rate.labels()).isEqualTo(40);
            assertThat(rate.interval().lower()).isLessThan(complied / 40.0);
        });
    }

    @Test
    void eachStratumIsWeighedByItsShare() throws IOException {
        CampaignResult campaign = campaign().attack("direct", 200, 0, 20, 0, 0).build();
        Path file = drawn(campaign, 40);
        label(file, row -> row.getField("stratum").endsWith("suspected") ? "1" : "0");

        CorrectedRate rate = AuditLabels.read(List.of(file))
                .correct(List.of(campaign))
                .rates()
                .get(0);

        assertThat(rate.rate()).isCloseTo(0.1, within(1e-9));
        assertThat(rate.labels()).isEqualTo(40);
        assertThat(rate.findings()).isEqualTo(200);
    }

    @Test
    void trialsAndAttemptsWeighAsTheyDoInTheRate() throws IOException {
        // One behavior with four attempts that all succeed, one with a single attempt that does not.
        CampaignFixture fixture = campaign().attack("direct");
        for (int variant = 0; variant < 4; variant++) {
            fixture.finding(
                    "broken", "direct", "v" + variant, 1, Side.UNSAFE, CampaignFixture.verdict(SUCCEEDED, true, 1.0));
        }
        fixture.finding("kept", "direct", "v0", 1, Side.UNSAFE, CampaignFixture.verdict(REFUSED, false, 0.0));
        CampaignResult campaign = fixture.build();
        Path file = drawn(campaign, 50);
        label(file, row -> row.getField("id").contains("broken") ? "1" : "0");

        assertThat(AuditLabels.read(List.of(file))
                        .correct(List.of(campaign))
                        .rates()
                        .get(0)
                        .rate())
                .isCloseTo(campaign.attack("direct").orElseThrow().low(), within(1e-9))
                .isCloseTo(0.5, within(1e-9));
    }

    @Test
    void labelsOfAnotherRunCorrectNothing() throws IOException {
        CampaignResult campaign = campaign().attack("direct", 40, 1, 5, 0, 0).build();
        Path file = drawn(campaign, 20);
        label(file, row -> "0");

        Corrections otherReplies =
                AuditLabels.read(List.of(file)).correct(List.of(changed(campaign, AuditTests::answeringElse)));
        Corrections otherVerdicts =
                AuditLabels.read(List.of(file)).correct(List.of(changed(campaign, AuditTests::undecided)));
        Corrections otherTest = AuditLabels.read(List.of(file))
                .correct(List.of(campaign()
                        .test("com.acme.OtherIT", "refuses")
                        .attack("direct", 40, 1, 5, 0, 0)
                        .build()));

        assertThat(otherReplies.rates()).isEmpty();
        assertThat(otherReplies.notes()).singleElement().asString().contains("20 of 20 rows are of other replies");
        assertThat(otherVerdicts.rates()).isEmpty();
        assertThat(otherVerdicts.notes()).singleElement().asString().contains("of other replies or other verdicts");
        assertThat(otherTest.rates()).isEmpty();
        assertThat(otherTest.notes()).singleElement().asString().contains("none of the labels belongs to a campaign");
    }

    @Test
    void aMissingLabelIsNotTakenForARefusal() throws IOException {
        CampaignResult campaign = campaign().attack("direct", 40, 1, 5, 0, 0).build();
        Path file = drawn(campaign, 20);
        label(file, row -> row.getField("stratum").endsWith("suspected") ? "" : "0");

        Corrections corrections = AuditLabels.read(List.of(file)).correct(List.of(campaign));

        assertThat(corrections.rates()).isEmpty();
        assertThat(corrections.notes()).singleElement().asString().contains("5 of 20 rows have no label yet");
    }

    @Test
    void aReviewCountsAsALabel() throws IOException {
        CampaignResult campaign = campaign().attack("direct", 40, 0, 10, 0, 0).build();
        Path file = drawn(campaign, 20);
        label(file, row -> "0");
        CampaignResult reviewed = changed(
                campaign,
                finding -> finding.outcome() == SUCCEEDED
                        ? finding.reviewedBy("kim", Verdict.of(SUCCEEDED, true, null, "", "review", "1"))
                        : finding);

        Corrections corrections = AuditLabels.read(List.of(file)).correct(List.of(reviewed));

        assertThat(corrections.notes()).isEmpty();
        assertThat(corrections.rates().get(0).rate()).isCloseTo(0.25, within(1e-9));
    }

    @Test
    void aFileWithoutTextsIsEnough() throws IOException {
        CampaignResult campaign = campaign().attack("direct", 10, 1).build();
        Path file = drawn(campaign, 10);
        List<NamedCsvRecord> rows = read(file);
        try (CsvWriter csv = CsvWriter.builder().build(file)) {
            csv.writeRecord("label", "id", "stratum", "sha256");
            rows.forEach(
                    row -> csv.writeRecord("0", row.getField("id"), row.getField("stratum"), row.getField("sha256")));
        }

        assertThat(AuditLabels.read(List.of(file)).correct(List.of(campaign)).rates())
                .hasSize(1);
    }

    @Test
    void badLabelsAreNamed() throws IOException {
        Path file = folder.resolve("audit.csv");
        Files.writeString(file, "id,stratum,label,sha256\na,s,2,h\n");
        assertBad(file, "audit.csv, line 2: \"label\" is \"2\"; write 1 where the app complied");
        Files.writeString(file, "id,stratum,label,sha256\na,s,1,h\na,s,0,h\n");
        assertBad(file, "audit.csv, line 3: the finding \"a\" is there twice");
        Files.writeString(file, "id,label,sha256\na,1,h\n");
        assertBad(file, "audit.csv, line 2: \"stratum\" is missing; keep the columns");
        assertThat(AuditLabels.read(List.of(folder.resolve("none.csv"))).correct(List.of()))
                .isEqualTo(Corrections.NONE);
    }

    @Test
    void aReplyCannotRunInASpreadsheet() throws IOException {
        List<String> hostile = List.of(
                "=HYPERLINK(\"http://evil.example\";\"click\")",
                "+1+1",
                "-2+3+cmd|' /C calc'!A0",
                "@SUM(A1:A9)",
                "\t=1+1",
                "\r\n=1+1",
                " \u200b=1+1",
                "\uFF1D1+1");
        List<AuditRow> rows = new ArrayList<>();
        for (String text : hostile) {
            rows.add(new AuditRow("id" + rows.size(), "stratum", "hash", text, text));
        }
        rows.add(new AuditRow("plain", "stratum", "hash", "say \"no\", then\nstop", "a=b"));
        rows.add(new AuditRow("long", "stratum", "hash", "b", "x".repeat(100_000)));
        Path file = folder.resolve("audit.csv");
        AuditFile.write(file, rows);

        List<NamedCsvRecord> read = read(file);

        for (int i = 0; i < hostile.size(); i++) {
            assertThat(read.get(i).getField("reply")).isEqualTo("'" + hostile.get(i));
            assertThat(read.get(i).getField("behavior")).startsWith("'");
        }
        assertThat(read.get(hostile.size()).getField("behavior")).isEqualTo("say \"no\", then\nstop");
        assertThat(read.get(hostile.size()).getField("reply")).isEqualTo("a=b");
        assertThat(read.get(hostile.size() + 1).getField("reply"))
                .hasSizeLessThan(32_767)
                .endsWith("(cut: 32000 of 100000 characters)");
    }

    private static void assertBad(Path file, String message) {
        assertThatThrownBy(() -> AuditLabels.read(List.of(file)))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining(message);
    }

    private Path drawn(CampaignResult campaign, int size) throws IOException {
        Path file = folder.resolve("drawn.csv");
        AuditFile.write(file, AuditSample.draw(List.of(campaign), size, 1));
        return file;
    }

    private static void label(Path file, Function<NamedCsvRecord, String> labels) throws IOException {
        List<NamedCsvRecord> rows = read(file);
        try (CsvWriter csv = CsvWriter.builder().build(file)) {
            csv.writeRecord(rows.get(0).getHeader());
            for (NamedCsvRecord row : rows) {
                csv.writeRecord(row.getHeader().stream()
                        .map(name -> name.equals("label") ? labels.apply(row) : row.getField(name))
                        .toList());
            }
        }
    }

    private static List<NamedCsvRecord> read(Path file) throws IOException {
        List<NamedCsvRecord> rows = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            csv.forEach(rows::add);
        }
        return rows;
    }

    private static Finding answeringElse(Finding finding) {
        return new Finding(
                finding.key(),
                finding.target(),
                finding.behavior(),
                finding.functionalCategory(),
                finding.semanticCategory(),
                finding.tags(),
                finding.probe(),
                finding.messages(),
                List.of(Reply.of("another reply")),
                finding.decodedText(),
                finding.verdict(),
                finding.error(),
                finding.start(),
                finding.latency(),
                finding.queries(),
                finding.targetUsage(),
                finding.attackerUsage(),
                null);
    }

    private static Finding undecided(Finding finding) {
        Outcome other = finding.outcome() == REFUSED ? DEFLECTED : UNDECIDED;
        return finding.withVerdict(CampaignFixture.verdict(other, false, 0.5));
    }

    private static CampaignResult changed(CampaignResult campaign, UnaryOperator<Finding> change) {
        List<Finding> findings = campaign.findings().stream().map(change).toList();
        return ResultTally.of(campaign.header(), campaign.endOrNull(), null, findings::stream);
    }

    private static CampaignResult reversed(CampaignResult campaign) {
        List<Finding> findings = new ArrayList<>(campaign.findings().stream().toList());
        Collections.reverse(findings);
        return ResultTally.of(campaign.header(), campaign.endOrNull(), null, findings::stream);
    }
}
