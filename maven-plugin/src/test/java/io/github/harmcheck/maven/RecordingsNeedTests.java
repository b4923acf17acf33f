package io.github.harmcheck.maven;

import static io.github.harmcheck.core.Outcome.REFUSED;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.harmcheck.gate.ExpectedTest;
import io.github.harmcheck.recording.StaleRecordings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingsNeedTests {
    private static final String USED = "ab" + "0".repeat(62);
    private static final String STALE = "cd" + "0".repeat(62);

    @TempDir
    Path folder;

    @Test
    void whatTheNewestRunDidNotUseIsStaleAndOnlyThat() throws IOException {
        RecordingsNeed need = run("replay");
        assertThat(need.obstacles()).isEmpty();
        recording(USED);
        Path stale = recording(STALE);
        Path list = folder.resolve("harmcheck/recordings");
        Files.createDirectories(list);
        for (Path journal : need.journals()) {
            String name = journal.getFileName().toString().replace(".jsonl", ".txt");
            Files.writeString(list.resolve(name), USED + "\n");
        }
        StaleRecordings found = StaleRecordings.find(folder.resolve("recordings"), need.journals());
        assertThat(found.unlisted()).isEmpty();
        assertThat(found.stale()).containsExactly(stale);
        found.delete();
        assertThat(stale.getParent()).doesNotExist();
        assertThat(folder.resolve("recordings/ab/" + USED + ".json")).exists();
    }

    @Test
    void aRunThatWasLiveOrMissingProvesNothing() throws IOException {
        assertThat(run("live").obstacles())
                .singleElement()
                .asString()
                .contains("OneIT.refuses")
                .contains("ran live");
        BuildEvidence evidence = BuildEvidence.read(List.of(files()));
        evidence.expected().add(new ExpectedTest("com.acme.OtherIT", "refuses"));
        assertThat(RecordingsNeed.of(evidence, findings()).obstacles())
                .contains("com.acme.OtherIT#refuses did not run");
    }

    private RecordingsNeed run(String mode) throws IOException {
        Journals.in(findings()).mode(mode).write("com.acme.OneIT", "refuses", REFUSED);
        return RecordingsNeed.of(BuildEvidence.read(List.of(files())), findings());
    }

    private Path findings() {
        return folder.resolve("harmcheck/findings");
    }

    private ModuleFiles files() {
        return new ModuleFiles(findings(), folder.resolve("reviews.jsonl"), folder.resolve("test-classes"), List.of());
    }

    private Path recording(String hash) throws IOException {
        Path file = folder.resolve("recordings").resolve(hash.substring(0, 2)).resolve(hash + ".json");
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "{}");
    }
}
