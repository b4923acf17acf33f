package io.github.harmcheck.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileFingerprintTests {
    @TempDir
    Path base;

    @BeforeEach
    void write() throws IOException {
        Files.createDirectories(base.resolve("src/main/java"));
        Files.writeString(base.resolve("src/main/java/App.java"), "class App {}");
        Files.writeString(base.resolve("src/main/prompt.txt"), "Be kind.");
        Files.writeString(base.resolve("README"), "text");
    }

    private String of(String... globs) {
        return FileFingerprint.of(base, List.of(globs));
    }

    @Test
    void contentsAndNamesOfWhatIsNamedDecide() throws IOException {
        String before = of("src/main/**");
        Files.writeString(base.resolve("README"), "other text");
        assertThat(of("src/main/**")).isEqualTo(before).matches("[0-9a-f]{64}");

        Files.writeString(base.resolve("src/main/prompt.txt"), "Be rude.");
        String changed = of("src/main/**");
        assertThat(changed).isNotEqualTo(before);
        Files.writeString(base.resolve("src/main/prompt.txt"), "Be kind.");
        Files.move(base.resolve("src/main/prompt.txt"), base.resolve("src/main/words.txt"));
        assertThat(of("src/main/**")).isNotIn(before, changed);
    }

    @Test
    void orderAndOverlapOfGlobsDoNotMatter() {
        assertThat(of("src/main/prompt.txt", "src/**/*.java")).isEqualTo(of("src/main/**", "src/main/*.txt"));
    }

    @Test
    void aGlobThatNamesNothingIsAMistake() {
        assertThatThrownBy(() -> of("src/main/**", "prompts/*.md"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("\"prompts/*.md\"", "matches no file below " + base);
        assertThatThrownBy(() -> of("src/main")).hasMessageContaining("a folder is written as folder/**");
        assertThatThrownBy(() -> of()).hasMessageContaining("a fingerprint needs the files");
    }
}
