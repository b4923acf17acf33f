package io.github.harmcheck.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.harmcheck.core.Reply;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class SecretsTests {
    @TempDir
    Path folder;

    @Test
    void noSecretIsInAnythingThatARunWrites() throws Exception {
        Path log = folder.resolve("log.txt");
        Process fork =
                ForkedCampaign.java(log, ForkedSecrets.ENVIRONMENT, ForkedSecrets.class.getName(), folder.toString());
        assertThat(fork.waitFor(100, TimeUnit.SECONDS)).isTrue();
        String printed = Files.readString(log);
        assertThat(printed.substring(Math.max(0, printed.length() - 3_000))).contains("all campaigns ran");
        assertThat(printed).contains("a campaign listener failed", "HttpTargetException");

        List<String> leaks = new ArrayList<>();
        List<Path> masked = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(file, StandardCharsets.ISO_8859_1);
                for (String trace : ForkedSecrets.TRACES) {
                    int at = text.indexOf(trace);
                    if (at >= 0) {
                        leaks.add(folder.relativize(file) + ": "
                                + text.substring(Math.max(0, at - 80), Math.min(text.length(), at + 40)));
                    }
                }
                if (text.contains("***") || text.contains("\\*\\*\\*")) {
                    masked.add(folder.relativize(file));
                }
            }
        }
        assertThat(leaks.stream().limit(20)).isEmpty();
        for (String place : List.of(
                "log.txt",
                "live/findings/",
                "record/findings/",
                "record/recordings/",
                "index.html",
                "results.json",
                "summary.md",
                "/harmbench/")) {
            assertThat(masked)
                    .as(place)
                    .anySatisfy(file ->
                            assertThat(file.toString().replace('\\', '/')).contains(place));
        }
    }

    @Test
    void anExpressionThatIsNoneIsNamedBeforeTheFirstCall() {
        AtomicInteger calls = new AtomicInteger();
        for (String[] wrong : new String[][] {
            {"CASE-[0-9]+\nPATIENT-(", "\"PATIENT-(\"", "Unclosed group"},
            {"[0-9]*", "\"[0-9]*\"", "matches the empty text"}
        }) {
            assertThatThrownBy(() -> Campaign.against(key -> message -> {
                                calls.incrementAndGet();
                                return Reply.of("No.");
                            })
                            .settings(Settings.of(
                                    name -> name.equals("harmcheck.secrets") ? wrong[0] : null, name -> null))
                            .behaviors(Campaigns.dataset(1))
                            .findingsFolder(folder)
                            .run())
                    .isInstanceOf(CampaignException.class)
                    .hasMessageStartingWith("harmcheck.secrets is " + wrong[1] + ", but takes regular expressions")
                    .hasMessageContaining(wrong[2]);
        }
        assertThat(calls).hasValue(0);
        assertThat(folder).isEmptyDirectory();
    }
}
