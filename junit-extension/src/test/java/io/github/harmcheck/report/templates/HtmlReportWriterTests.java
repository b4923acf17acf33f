package io.github.harmcheck.report.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.harmcheck.core.Image;
import io.github.harmcheck.core.Message;
import io.github.harmcheck.core.Outcome;
import io.github.harmcheck.core.Reply;
import io.github.harmcheck.core.Verdict;
import io.github.harmcheck.gate.GateResult;
import io.github.harmcheck.gate.GateStatus;
import io.github.harmcheck.gate.Violation;
import io.github.harmcheck.report.ReportWriter;
import io.github.harmcheck.report.Samples;
import io.github.harmcheck.result.CampaignResult;
import io.github.harmcheck.result.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlReportWriterTests {
    private static final Pattern TAG = Pattern.compile("<[a-zA-Z][^>]*>");

    @TempDir
    Path folder;

    @Test
    void statesTheVerdictInWordsWithItsReasons() throws IOException {
        String page = write(Samples.content());

        assertThat(page)
                .contains("<h1>FAIL</h1>")
                .contains("AssistantSafetyIT.refuses base64")
                .contains("at most 5 % allowed")
                .contains("21 of 21 planned attempts")
                .contains("Could not run: no dataset folder")
                .contains("1 review matches no finding")
                .contains("refusal-cues 1", "SHA-256 ab12", "seed 1");
    }

    @Test
    void showsRatesWithCountsIntervalAndLimit() throws IOException {
        String page = write(Samples.content());

        assertThat(page)
                .contains("<th scope=\"row\">base64</th>")
                .contains("10–20 %", "0.3–56 %", "2 of 10", "1 of 10 confirmed, 1 suspected")
                .contains("0 of 10 confirmed, 1 undecided, 1 failed to run")
                .contains("aria-label=\"from 10 % (confirmed) to 20 % (with the unconfirmed)");
    }

    @Test
    void comparesATargetWithItsReference() throws IOException {
        String page = write(Samples.content());

        assertThat(page).contains("Targets beside their reference", "guardrails off: 10–20 % (2 of 10 behaviors)");
        assertThat(page).contains("0 points");
    }

    @Test
    void coversDialoguesAndLeavesOutWhatEndedAsItShould() throws IOException {
        String page = write(Samples.content());

        assertThat(page).contains("core/cyber-001/base64/v1/1", "core/cyber-002/base64/v1/1", "HttpTimeoutException");
        assertThat(page).doesNotContain("illegal-002");
        assertThat(page).doesNotContain("<details open");
        assertThat(page.indexOf("core/cyber-001/base64/v1/1</code> <span"))
                .as("confirmed before suspected")
                .isLessThan(page.indexOf("core/cyber-002/base64/v1/1</code> <span"));
    }

    @Test
    void everyLinkToAWorstFindingLeadsToItsDialogue() throws IOException {
        String page = write(Samples.content());

        assertThat(page).contains("href=\"#f-core/cyber-001/base64/v1/1\"");
        assertThat(count(page, "id=\"f-core/cyber-001/base64/v1/1\"")).isEqualTo(1);
    }

    @Test
    void hostileTextIsInert() throws IOException {
        String hostile = "<script>alert(1)</script></style></pre></details><a href=\"javascript:alert(1)\">x</a>"
                + "<img src=x onerror=alert(1)>\u202Eevil\u202C\u0000\u001b[31m\u200b ${7*7} $unsafe{x} \ud800 ]]> -->";
        Finding plain = Samples.findings("guarded").get(0);
        Finding finding = new Finding(
                plain.key(),
                hostile,
                hostile,
                plain.functionalCategory(),
                hostile,
                List.of(hostile),
                plain.probe(),
                List.of(Message.user(hostile, List.of(Image.of("image/png", new byte[1_234])))),
                List.of(Reply.of(hostile)),
                hostile,
                Verdict.of(Outcome.SUCCEEDED, true, null, hostile, hostile, hostile),
                hostile,
                plain.start(),
                plain.latency(),
                1,
                plain.targetUsage(),
                plain.attackerUsage(),
                hostile);
        var campaign = Samples.campaign(hostile, false, List.of(finding));
        String page = write(new ReportWriter.Content(
                List.of(campaign),
                new GateResult(
                        GateStatus.FAIL,
                        List.of(new Violation(GateStatus.FAIL, hostile, hostile, List.of(hostile))),
                        List.of(hostile),
                        List.of(hostile)),
                Samples.TIME));

        assertThat(page).contains("<p class=\"speaker\">Attacker, image</p>", "[image, 1 kB, sha256 ");
        assertThat(count(page, "<script>")).isEqualTo(1);
        assertThat(count(page, "</script>")).isEqualTo(1);
        assertThat(count(page, "</style>")).isEqualTo(1);
        assertThat(TAG.matcher(page).results().map(tag -> tag.group()))
                .noneMatch(tag -> tag.startsWith("<img") || tag.contains("href=\"javascript"))
                .noneMatch(tag -> Pattern.compile("\\son[a-z]+=")
                        .matcher(withoutValues(tag))
                        .find());
        assertThat(page).contains("&lt;script&gt;alert(1)&lt;/script&gt;");
        assertThat(page).contains("\\u202eevil\\u202c\\u0000\\u001b[31m\\u200b ${7*7} $unsafe{x} \\ud800");
        assertThat(page.codePoints().filter(c -> Character.getType(c) == Character.FORMAT))
                .isEmpty();
        assertThat(page.codePoints().filter(c -> Character.isISOControl(c) && c != '\n'))
                .isEmpty();
    }

    @Test
    void onlyItsOwnStyleAndScriptMayRun() throws IOException {
        String page = write(Samples.content());

        assertThat(page).contains("http-equiv=\"Content-Security-Policy\" content=\"default-src &#39;none&#39;;");
        assertThat(page).doesNotContain("unsafe-inline").doesNotContain(" style=\"");
        assertThat(TAG.matcher(page).results().map(tag -> tag.group()))
                .noneMatch(tag -> tag.contains(" src=") || tag.startsWith("<iframe") || tag.startsWith("<object"));
    }

    @Test
    void cutsLongTextsAndSaysSo() throws IOException {
        String reply = "abc ".repeat(262_144);
        Finding finding =
                Samples.finding("guarded", "cyber-001", "base64", Samples.verdict(Outcome.SUCCEEDED, true), reply);

        String page = write(content(List.of(finding)));

        assertThat(page).contains("20,000 of 1,048,576 characters shown; the journal has them all");
        assertThat(page.length()).isLessThan(100_000);
    }

    @Test
    void capsDialoguesPerAttackAndSaysHowManyMoreThereAre() throws IOException {
        List<Finding> findings = IntStream.rangeClosed(1, 30)
                .mapToObj(i -> Samples.finding(
                        "guarded",
                        "cyber-%03d".formatted(i),
                        i <= 25 ? "base64" : "rot13",
                        Samples.verdict(Outcome.SUCCEEDED, true),
                        "reply"))
                .toList();

        String page = write(content(findings));

        assertThat(count(page, "<details class=\"dialogue\"")).isEqualTo(20 + 5);
        assertThat(page).contains("base64: 5 more in the journal (confirmed)").doesNotContain("rot13: ");
    }

    @Test
    void aWorstFindingIsShownEvenBeyondTheCap() throws IOException {
        List<Finding> findings = IntStream.rangeClosed(1, 40)
                .mapToObj(i -> Samples.finding(
                        "guarded",
                        "cyber-%03d".formatted(i),
                        "base64",
                        Samples.verdict(Outcome.SUCCEEDED, true),
                        "reply"))
                .toList();
        GateResult gate = new GateResult(
                GateStatus.FAIL,
                List.of(new Violation(GateStatus.FAIL, "s", "m", List.of("core/cyber-040/base64/v1/1"))),
                List.of(),
                List.of());

        String page = write(
                new ReportWriter.Content(List.of(Samples.campaign("guarded", false, findings)), gate, Samples.TIME));

        assertThat(page).contains("id=\"f-core/cyber-040/base64/v1/1\"", "base64: 19 more in the journal");
    }

    @Test
    void closesEveryStreamAndHoldsOneFindingAtATime() throws IOException {
        AtomicInteger open = new AtomicInteger();
        AtomicInteger opened = new AtomicInteger();
        var campaign = Samples.campaign("guarded", false, List.of());
        var streaming = new CampaignResult(
                campaign.header(),
                campaign.endOrNull(),
                null,
                campaign.attacks(),
                campaign.categories(),
                null,
                0,
                21,
                0,
                () -> {
                    open.incrementAndGet();
                    opened.incrementAndGet();
                    return Samples.findings("guarded").stream().onClose(open::decrementAndGet);
                });

        write(new ReportWriter.Content(List.of(streaming), pass(), Samples.TIME));

        assertThat(open).hasValue(0);
        assertThat(opened).as("one pass per kind that occurs, and never more").hasValue(4);
    }

    @Test
    void aBrokenJournalLeavesTheOldPageAndNoDraft() throws IOException {
        Path old = Files.writeString(folder.resolve("index.html"), "old");
        var campaign = Samples.campaign("guarded", false, List.of());
        var broken = new CampaignResult(
                campaign.header(),
                null,
                null,
                List.of(),
                campaign.categories(),
                null,
                0,
                0,
                0,
                () -> Stream.of(1).map(line -> {
                    throw new UncheckedIOException(new IOException("journal.jsonl:3: not JSON"));
                }));

        assertThatThrownBy(() -> write(new ReportWriter.Content(List.of(broken), pass(), Samples.TIME)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("journal.jsonl:3: not JSON");
        assertThat(old).hasContent("old");
        assertThat(files()).containsExactly("index.html");
    }

    @Test
    void everyIdOccursOnce() throws IOException {
        String page = write(Samples.content());
        List<String> ids = new ArrayList<>(Pattern.compile("\\sid=\"([^\"]*)\"")
                .matcher(page)
                .results()
                .map(id -> id.group(1))
                .toList());

        assertThat(ids).doesNotHaveDuplicates().isNotEmpty();
    }

    private static String withoutValues(String tag) {
        return tag.replaceAll("\"[^\"]*\"", "\"\"");
    }

    private static GateResult pass() {
        return new GateResult(GateStatus.PASS, List.of(), List.of(), List.of());
    }

    private static ReportWriter.Content content(List<Finding> findings) {
        return new ReportWriter.Content(List.of(Samples.campaign("guarded", false, findings)), pass(), Samples.TIME);
    }

    private String write(ReportWriter.Content content) throws IOException {
        Path file = new HtmlReportWriter().write(content, folder);
        return Files.readString(file);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString()).toList();
        }
    }

    private static int count(String page, String part) {
        return page.split(Pattern.quote(part), -1).length - 1;
    }
}
