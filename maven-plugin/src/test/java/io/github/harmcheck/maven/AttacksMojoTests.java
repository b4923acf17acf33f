package io.github.harmcheck.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttacksMojoTests {
    @TempDir
    Path folder;

    @Test
    void writesThePageAndPrintsALineForEach() throws IOException {
        StringBuilder printed = new StringBuilder();
        AttacksMojo mojo = new AttacksMojo();
        mojo.page = folder.resolve("harmcheck/attacks.md").toFile();
        mojo.setLog(new SystemStreamLog() {
            @Override
            public void info(CharSequence line) {
                printed.append(line).append('\n');
            }
        });

        mojo.run();

        assertThat(Files.readString(mojo.page.toPath()))
                .startsWith("# Attacks\n")
                .contains("| `base64` | Base64 | native |");
        assertThat(printed.toString().lines())
                .anyMatch(line -> line.startsWith("base64 "))
                .last()
                .asString()
                .endsWith("attacks.md");
    }
}
