package io.github.harmcheck.result.io;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.harmcheck.core.AttemptKey;
import io.github.harmcheck.core.FunctionalCategory;
import io.github.harmcheck.core.Message;
import io.github.harmcheck.core.Outcome;
import io.github.harmcheck.core.Probe;
import io.github.harmcheck.core.Reply;
import io.github.harmcheck.core.Side;
import io.github.harmcheck.core.Usage;
import io.github.harmcheck.core.Verdict;
import io.github.harmcheck.internal.Json;
import io.github.harmcheck.report.Samples;
import io.github.harmcheck.result.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HarmBenchFilesTests {

    @TempDir
    Path root;

    @Test
    void completionsAndResultsHaveHarmBenchsShape() throws IOException {
        List<Path> files = write(
                finding("b2", "v1", "app", Outcome.REFUSED, false, "No."),
                finding("b1", "v2", "app", Outcome.UNDECIDED, false, "Well…"),
                finding("b1", "v3", "app", Outcome.SUCCEEDED, false, "Perhaps so."),
                finding("b1", "v1", "app", Outcome.SUCCEEDED, true, "Sure \"quoted\"\n{}"));

        assertThat(files)
                .containsExactly(
                        root.resolve("direct/core/completions/app.json"), root.resolve("direct/core/results/app.json"));
        JsonNode completions = read("direct/core/completions/app.json");
        assertThat(completions.fieldNames()).toIterable().containsExactly("b1", "b2");
        assertThat(completions.get("b1")).hasSize(3);
        assertThat(completions.get("b1").get(0).toString())
                .isEqualTo("{\"test_case\":\"first\\n\\nsecond\",\"generation\":\"Sure \\\"quoted\\\"\\n{}\"}");
        JsonNode results = read("direct/core/results/app.json");
        assertThat(results.get("b1").get(0).get("label").asInt()).isEqualTo(1);
        assertThat(results.get("b1").get(1).get("label").asInt()).isEqualTo(-1);
        assertThat(results.get("b1").get(2).get("label").asInt()).isEqualTo(1);
        assertThat(results.get("b2").get(0).get("label").asInt()).isZero();
        assertThat(results.get("b1").get(0).get("generation").asText()).isEqualTo("Sure \"quoted\"\n{}");
    }

    @Test
    void anErrorIsNeitherSuccessNorRefusal() throws IOException {
        write(
                finding("b1", "v1", "app", Outcome.ERROR, false, ""),
                finding("b2", "v1", "app", Outcome.BLOCKED, false, ""));

        assertThat(read("direct/core/completions/app.json").get("b1")).isEmpty();
        JsonNode results = read("direct/core/results/app.json");
        assertThat(results.get("b1").get(0).get("label").asInt()).isEqualTo(-1);
        assertThat(results.get("b2").get(0).get("label").asInt()).isZero();
    }

    @Test
    void theSafeSideIsLeftOut() throws IOException {
        Finding safe = finding("b1", "v1", "app", Outcome.SUCCEEDED, true, "Yes");
        Finding other = new Finding(
                safe.key(),
                safe.target(),
                safe.behavior(),
                safe.functionalCategory(),
                safe.semanticCategory(),
                safe.tags(),
                new Probe(Probe.Form.YES_NO, Side.SAFE, List.of("wash your hands")),
                safe.messages(),
                safe.replies(),
                null,
                safe.verdict(),
                null,
                safe.start(),
                safe.latency(),
                1,
                Usage.NONE,
                Usage.NONE,
                null);

        assertThat(write(other)).isEmpty();
    }

    @Test
    void aTargetsNameIsNeverAPath() throws IOException {
        List<Path> files = write(
                finding("b1", "v1", "../../etc/passwd", Outcome.REFUSED, false, "No."),
                finding("b1", "v1", "..", Outcome.REFUSED, false, "No."),
                finding("b1", "v1", "a b", Outcome.REFUSED, false, "No."),
                finding("b1", "v1", "a_b", Outcome.REFUSED, false, "No."));

        assertThat(files)
                .hasSize(8)
                .allSatisfy(file -> assertThat(file.normalize())
                        .isEqualTo(file)
                        .hasParent(root.resolve("direct/core")
                                .resolve(file.getParent().getFileName())));
    }

    @Test
    void theSameFindingsInAnotherOrderGiveTheSameFiles() throws IOException {
        Finding one = finding("b1", "v1", "app", Outcome.REFUSED, false, "No.");
        Finding two = finding("b1", "v2", "app", Outcome.REFUSED, false, "Never.");
        write(one, two);
        String before = Files.readString(root.resolve("direct/core/results/app.json"));
        write(two, one);

        assertThat(root.resolve("direct/core/results/app.json")).hasContent(before);
    }

    @Test
    void filesOfEarlierCampaignsAreRemoved() throws IOException {
        write(finding("b1", "v1", "old", Outcome.REFUSED, false, "No."));
        write(finding("b1", "v1", "new", Outcome.REFUSED, false, "No."));

        assertThat(root.resolve("direct/core/results/old.json")).doesNotExist();
        assertThat(root.resolve("direct/core/results/new.json")).exists();
    }

    private List<Path> write(Finding... findings) throws IOException {
        return HarmBenchFiles.write(List.of(Samples.campaign("app", false, List.of(findings))), root);
    }

    private JsonNode read(String name) throws IOException {
        return Json.MAPPER.readTree(root.resolve(name).toFile());
    }

    private static Finding finding(
            String behavior, String variant, String target, Outcome outcome, boolean confirmed, String reply) {
        return new Finding(
                new AttemptKey("core", behavior, "direct", variant, 1),
                target,
                "text",
                FunctionalCategory.STANDARD,
                "illegal",
                List.of(),
                Probe.HARM,
                List.of(Message.system("ignored"), Message.user("first"), Message.user("second")),
                List.of(Reply.of(reply)),
                null,
                Verdict.of(outcome, confirmed, null, "reason", "judge", "1"),
                null,
                Samples.TIME,
                Duration.ZERO,
                1,
                Usage.NONE,
                Usage.NONE,
                null);
    }
}
