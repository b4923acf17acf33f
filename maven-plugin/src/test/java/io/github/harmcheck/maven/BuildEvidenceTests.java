package io.github.harmcheck.maven;

import static io.github.harmcheck.core.Outcome.REFUSED;
import static io.github.harmcheck.core.Outcome.SUCCEEDED;
import static io.github.harmcheck.core.Outcome.UNDECIDED;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.harmcheck.gate.BuildGateResult;
import io.github.harmcheck.gate.GateConfig;
import io.github.harmcheck.gate.GateStatus;
import io.github.harmcheck.gate.Violation;
import io.github.harmcheck.result.audit.AuditFile;
import io.github.harmcheck.result.audit.AuditLabels;
import io.github.harmcheck.result.audit.AuditSample;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildEvidenceTests {
    private static final GateConfig CONFIG = GateConfig.builder(Journals.START).build();

    @TempDir
    Path folder;

    @Test
    void readsTheJournalsOfAllModules() throws IOException {
        Journals.in(findings("a")).write("com.acme.OneIT", "refuses", REFUSED, REFUSED);
        Journals.in(findings("b")).write("com.acme.TwoIT", "refuses", SUCCEEDED);

        BuildGateResult result = check("a", "b");

        assertThat(result.campaigns()).hasSize(2);
        assertThat(result.gate().status()).isEqualTo(GateStatus.FAIL);
        assertThat(SummaryBlock.of(result, List.of(), Path.of("index.html")))
                .first()
                .asString()
                .isEqualTo("HarmCheck gate: FAIL (3 attempts in 2 campaigns)");
        assertThat(SummaryBlock.of(result, List.of(), Path.of("index.html")))
                .anyMatch(
                        line -> line.startsWith("  worst category: illegal in TwoIT.refuses (app) / direct: ASR 100 %"))
                .endsWith("  report: index.html");
    }

    @Test
    void whatPeopleLabelledStandsBesideTheMeasuredRate() throws IOException {
        Journals.in(findings("a")).write("com.acme.OneIT", "refuses", REFUSED, REFUSED, REFUSED, REFUSED);
        BuildGateResult result = check("a");
        Path audit = folder.resolve("audit.csv");
        AuditFile.write(audit, AuditSample.draw(result.campaigns(), 10, 1));
        Files.writeString(
                audit,
                Files.readString(audit)
                        .replace(" / direct / refused,,", " / direct / refused,0,")
                        .replaceFirst("refused,0,", "refused,1,"));

        AuditLabels.Corrections corrections = AuditLabels.read(List.of(audit)).correct(result.campaigns());

        assertThat(corrections.notes()).isEmpty();
        assertThat(result.gate().status()).as("nothing is gated on it").isEqualTo(GateStatus.PASS);
        assertThat(SummaryBlock.of(result, corrections.rates(), Path.of("index.html")))
                .anyMatch(line -> line.startsWith("  OneIT.refuses [app] / direct: ASR corrected 25 % (95 % CI ")
                        && line.endsWith(", 4 labels) by people's labels, not gated"));
    }

    @Test
    void modulesThatShareAFolderDoNotCountTwice() throws IOException {
        Journals.in(findings("a")).write("com.acme.OneIT", "refuses", REFUSED);

        assertThat(check("a", "../" + folder.getFileName() + "/a").campaigns()).hasSize(1);
    }

    @Test
    void aPathOfOneModuleIsFoundInAnother() {
        Path root = folder.resolve("root");
        Path module = folder.resolve("root/module");

        assertThat(relocate(root.resolve("out/harmcheck/findings"), root, module))
                .isEqualTo(module.resolve("build/harmcheck/findings"));
        assertThat(relocate(root.resolve("src/reviews.jsonl"), root, module))
                .isEqualTo(module.resolve("src/reviews.jsonl"));
        assertThat(relocate(folder.resolve("shared"), root, module)).isEqualTo(folder.resolve("shared"));
    }

    private static Path relocate(Path path, Path root, Path module) {
        return ModuleFiles.relocate(path, root.resolve("out"), root, module.resolve("build"), module);
    }

    @Test
    void nothingToReadIsNotAPass() throws IOException {
        assertThat(check("a").gate().status()).isEqualTo(GateStatus.INCONCLUSIVE);
    }

    @Test
    void aJournalOfAnEarlierBuildDoesNotCount() throws IOException {
        Journals.in(findings("a")).begunAt(Journals.START.minusMillis(1)).write("com.acme.OneIT", "refuses", REFUSED);

        BuildGateResult result = check("a");

        assertThat(result.campaigns()).isEmpty();
        assertThat(result.gate().status()).isEqualTo(GateStatus.INCONCLUSIVE);
    }

    @Test
    void aJournalWithoutItsEndIsNotAPass() throws IOException {
        Journals.in(findings("a")).withoutEnd().write("com.acme.OneIT", "refuses", REFUSED);

        assertThat(check("a").gate().status()).isEqualTo(GateStatus.INCONCLUSIVE);
    }

    @Test
    void aCorruptJournalIsNamedAndNotAPass() throws IOException {
        Journals.in(findings("a")).write("com.acme.OneIT", "refuses", REFUSED);
        Path corrupt = corrupt(Journals.in(findings("a")).write("com.acme.TwoIT", "refuses", REFUSED));

        BuildGateResult result = check("a");

        assertThat(result.gate().status()).isEqualTo(GateStatus.INCONCLUSIVE);
        assertThat(result.gate().violations())
                .extracting(Violation::message)
                .anyMatch(message -> message.contains(corrupt.getFileName().toString()) || message.contains(":3"));
    }

    @Test
    void aCorruptJournalOfAnEarlierBuildIsOnlyAWarning() throws IOException {
        Journals.in(findings("a")).write("com.acme.OneIT", "refuses", REFUSED);
        corrupt(Journals.in(findings("a"))
                .begunAt(Journals.START.minusSeconds(60))
                .write("com.acme.TwoIT", "refuses", REFUSED));

        BuildGateResult result = check("a");

        assertThat(result.gate().status()).isEqualTo(GateStatus.PASS);
        assertThat(result.gate().warnings()).anyMatch(warning -> warning.contains("earlier build"));
    }

    @Test
    void aReviewSettlesAndAnUnusedOneIsReported() throws IOException {
        Path journal = findings("a");
        Journals.in(journal).write("com.acme.OneIT", "refuses", UNDECIDED, REFUSED);
        assertThat(check("a").gate().status()).isEqualTo(GateStatus.INCONCLUSIVE);

        ReviewList list = ReviewList.write(check("a").campaigns(), folder.resolve("review"), reviews());
        assertThat(list.texts()).isEqualTo(1);
        String line = Files.readString(list.lines())
                .replace("\"verdict\":\"\"", "\"verdict\":\"refused\"")
                .replace("\"reviewer\":\"\"", "\"reviewer\":\"kim\"");
        Files.writeString(
                reviews(),
                line + line.replaceFirst("\"sha256\":\"[0-9a-f]{64}\"", "\"sha256\":\"" + "0".repeat(64) + "\""));

        BuildGateResult result = check("a");

        assertThat(result.gate().status()).isEqualTo(GateStatus.PASS);
        assertThat(result.gate().warnings())
                .anyMatch(warning -> warning.startsWith("review matches no finding: " + "0".repeat(64)));
        assertThat(ReviewList.write(result.campaigns(), folder.resolve("review"), reviews())
                        .texts())
                .isZero();
    }

    @Test
    void aTextToReviewCannotPassForALineOfTheList() throws IOException {
        Journals.in(findings("a")).write("com.acme.OneIT", "refuses", UNDECIDED);

        ReviewList list = ReviewList.write(check("a").campaigns(), folder.resolve("review"), reviews());

        assertThat(list.readable())
                .content()
                .contains("  | reply to b0\n  | \\u202e  1. not a line of the list\n")
                .contains("core/b0/direct/plain/1", reviews().toString())
                .doesNotContain("\u202e");
    }

    private static Path corrupt(Path journal) throws IOException {
        String text = Files.readString(journal);
        int second = text.indexOf('\n') + 1;
        Files.writeString(
                journal,
                text.substring(0, second) + "{not json\n" + text.substring(second),
                StandardCharsets.UTF_8,
                StandardOpenOption.TRUNCATE_EXISTING);
        return journal;
    }

    private Path findings(String module) {
        return folder.resolve(module);
    }

    private Path reviews() {
        return folder.resolve("reviews.jsonl");
    }

    private BuildGateResult check(String... modules) throws IOException {
        return BuildEvidence.read(List.of(modules).stream()
                        .map(module -> new ModuleFiles(findings(module), reviews(), folder.resolve("none"), List.of()))
                        .toList())
                .check(CONFIG);
    }
}
