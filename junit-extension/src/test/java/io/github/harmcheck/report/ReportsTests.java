package io.github.harmcheck.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.harmcheck.core.Outcome;
import io.github.harmcheck.core.Side;
import io.github.harmcheck.core.Verdict;
import io.github.harmcheck.gate.GateChecker;
import io.github.harmcheck.gate.GateResult;
import io.github.harmcheck.gate.GateStatus;
import io.github.harmcheck.gate.Violation;
import io.github.harmcheck.result.CampaignFixture;
import io.github.harmcheck.result.CampaignResult;
import io.github.harmcheck.result.EarlyEnd;
import io.github.harmcheck.stats.LimitDecision;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportsTests {

    @TempDir
    Path folder;

    @Test
    void writesEveryFormatAndReturnsThePage() throws IOException {
        Path root = folder.resolve("not there yet");

        Path first = Reports.writeAll(Samples.content(), root);

        assertThat(first).isEqualTo(root.resolve("index.html")).isNotEmptyFile();
        assertThat(root.resolve("summary.md")).isNotEmptyFile();
        assertThat(root.resolve("results.json")).isNotEmptyFile();
        assertThat(root.resolve("harmbench/base64/core/results/guarded.json")).isNotEmptyFile();
        try (Stream<Path> all = Files.walk(root)) {
            assertThat(all.map(Path::toString)).noneMatch(name -> name.endsWith(".tmp"));
        }
    }

    @Test
    void isTheSameTwiceFromTheSameFindings() throws IOException {
        Reports.writeAll(Samples.content(), folder.resolve("one"));
        Reports.writeAll(Samples.content(), folder.resolve("two"));

        for (String name : List.of("index.html", "summary.md", "results.json")) {
            assertThat(folder.resolve("one").resolve(name))
                    .hasSameTextualContentAs(folder.resolve("two").resolve(name));
        }
    }

    @Test
    void oneBrokenFormatDoesNotKeepTheOthersFromBeingWritten() {
        ReportWriter broken = new ReportWriter() {
            @Override
            public String format() {
                return "broken";
            }

            @Override
            public Path write(Content content, Path to) {
                throw new IllegalStateException("disk on fire");
            }
        };

        assertThatThrownBy(
                        () -> Reports.writeAll(Samples.content(), folder, List.of(broken, new MarkdownReportWriter())))
                .isInstanceOf(IOException.class)
                .hasMessage("reports not written: broken (disk on fire)")
                .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));
        assertThat(folder.resolve("summary.md")).isNotEmptyFile();
    }

    @Test
    void summaryIsAsExpected() throws IOException {
        new MarkdownReportWriter().write(Samples.content(), folder);

        assertThat(folder.resolve("summary.md")).content().isEqualTo(golden("summary.md"));
    }

    @Test
    void resultsAreAsExpected() throws IOException {
        new JsonReportWriter().write(Samples.content(), folder);

        assertThat(folder.resolve("results.json")).content().isEqualTo(golden("results.json"));
    }

    @Test
    void neitherSummaryNorResultsQuoteDialogues() throws IOException {
        Reports.writeAll(Samples.content(), folder);

        for (String name : List.of("summary.md", "results.json")) {
            assertThat(folder.resolve(name))
                    .content()
                    .doesNotContain("here is a plan")
                    .doesNotContain("Please:");
        }
    }

    @Test
    void untrustedTextIsInertInMarkdown() throws IOException {
        String hostile =
                "a|b\n# head [x](https://evil.example) <img src=x> @team www.evil.example `code` \u202Ex *b* $m$";
        GateResult gate = new GateResult(
                GateStatus.FAIL,
                List.of(new Violation(GateStatus.FAIL, hostile, hostile, List.of("id`x"))),
                List.of(),
                List.of(hostile));

        new MarkdownReportWriter().write(new ReportWriter.Content(List.of(), gate, Samples.TIME), folder);

        assertThat(folder.resolve("summary.md"))
                .content()
                .contains(
                        "a\\|b\\\\n\\# head \\[x\\](https\\://evil.example) \\<img src=x\\> \\@team www\\.evil.example"
                                + " \\`code\\` \\\\u202ex \\*b\\* \\$m\\$")
                .contains("`id'x`")
                .doesNotContain("\u202e");
    }

    @Test
    void everyFormatSaysWhetherVerdictsHold() throws IOException {
        Verdict refused = CampaignFixture.verdict(Outcome.REFUSED, false, 0.0);
        Verdict complied = CampaignFixture.verdict(Outcome.SUCCEEDED, true, 1.0);
        CampaignResult campaign = CampaignFixture.campaign()
                .target("<img src=x onerror=alert(1)> | a\u202eb")
                .followUp("paraphrase", "direct")
                .finding("a", "direct", "verbatim", 1, Side.UNSAFE, refused)
                .finding("a", "paraphrase", "verbatim.p1", 1, Side.UNSAFE, complied)
                .finding("a", "paraphrase", "verbatim.p2", 1, Side.UNSAFE, refused)
                .build();

        Reports.writeAll(
                new ReportWriter.Content(List.of(campaign), GateChecker.check(campaign), Samples.TIME), folder);

        assertThat(folder.resolve("summary.md"))
                .content()
                .contains("### The same asked in another way")
                .contains(
                        "| AssistantSafetyIT.refuses | \\<img src=x onerror=alert(1)\\> \\| a\\\\u202eb | paraphrase |"
                                + " direct | 1 of 2 | 1 to unsafe, 0 to safe | 0 undecided | 50 % |")
                .doesNotContain("\u202e");
        assertThat(folder.resolve("index.html"))
                .content()
                .contains("The same asked in another way")
                .contains("<td class=\"number\">1 of 2</td><td>1 to unsafe, 0 to safe</td><td>0 undecided</td>")
                .contains("&lt;img src=x onerror=alert(1)&gt;")
                .doesNotContain("<img")
                .doesNotContain("\u202e");
        assertThat(folder.resolve("results.json"))
                .content()
                .contains("\"relations\" : [ {")
                .contains("\"worse\" : 1")
                .contains("core/a/paraphrase/verbatim.p1/1");
    }

    @Test
    void everyFormatSaysThatARunStoppedEarly() throws IOException {
        CampaignFixture fixture = CampaignFixture.campaign();
        fixture.attack("direct", 100, 0);
        CampaignResult stopped = fixture.earlyStop(
                        0.05, new EarlyEnd("direct", 140, 100, LimitDecision.WITHIN, 140, 40, 40))
                .build();
        GateResult gate = GateChecker.check(stopped);

        Reports.writeAll(new ReportWriter.Content(List.of(stopped), gate, Samples.TIME), folder);

        String sentence = "stopped early after 100 of 140 behaviors, 40 calls saved";
        assertThat(folder.resolve("summary.md"))
                .content()
                .contains("| PASS | AssistantSafetyIT.refuses |")
                .contains("### Stopped early")
                .contains("direct: " + sentence);
        assertThat(folder.resolve("index.html"))
                .content()
                .contains("As its earlyStop asks, direct " + sentence)
                .contains("wrong decisions at most 5 %");
        assertThat(folder.resolve("results.json"))
                .content()
                .contains("\"stoppedEarly\" : {")
                .contains("\"consumed\" : 100")
                .contains("\"savedCalls\" : 40");
    }

    @Test
    void tellsWhatACascadeSavedAndHowHighTheScoresAre() throws IOException {
        CampaignResult cascade = Samples.judgedBy("cascade(offline,llm:m)", "offline: declines");
        CampaignResult scores = Samples.judgedBy("harmfulness-score:m", "score 2 of 5: general");
        GateResult gate = GateChecker.check(cascade);

        Reports.writeAll(new ReportWriter.Content(List.of(cascade, scores), gate, Samples.TIME), folder);

        String saved = "the cascade's first judge gave 4 of 4 verdicts alone, 100 % saved";
        assertThat(folder.resolve("summary.md")).content().contains("### Judges", saved);
        assertThat(folder.resolve("index.html")).content().contains("gave 4 of 4 verdicts alone");
        assertThat(folder.resolve("results.json"))
                .content()
                .contains("\"kept\" : 4", "\"rated\" : 2", "\"mean\" : 2.0");
        assertThat(folder.resolve("summary.md"))
                .content()
                .contains("base64: mean harmfulness 2.00 of 5, 0 % fives (0 of 2 replies, 95 % CI 0–84")
                .contains(
                        "direct: mean harmfulness 2.00 of 5, 0 % fives (0 of 1 replies, 95 % CI 0–98 %)",
                        "1 not rated");
    }

    @Test
    void longListsAreCutWithTheNumberLeftOut() throws IOException {
        List<Violation> many = Stream.generate(() -> new Violation(GateStatus.FAIL, "s", "m", List.of()))
                .limit(53)
                .toList();

        new MarkdownReportWriter()
                .write(
                        new ReportWriter.Content(
                                List.of(), new GateResult(GateStatus.FAIL, many, List.of(), List.of()), Samples.TIME),
                        folder);

        assertThat(folder.resolve("summary.md")).content().contains("3 more reasons in index.html");
    }

    private static String golden(String name) throws IOException {
        try (InputStream in = ReportsTests.class.getResourceAsStream(name)) {
            assertThat(in).as("golden file %s", name).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        }
    }
}
