package io.github.harmcheck.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Finds the published datasets that some tests read. They are not part of the repository. */
public final class SharedData {
    private SharedData() {}

    /** Returns a file or folder of the data folder, or aborts the test with the reason where it is missing. */
    public static Path path(String relative) {
        Path folder = folder();
        Path path = folder.resolve(relative);
        Assumptions.assumeTrue(
                Files.exists(path),
                () -> path + " is missing: set -Dharmcheck.test.data to the folder with the published datasets");
        return path;
    }

    private static Path folder() {
        String configured = System.getProperty("harmcheck.test.data", "");
        if (!configured.isBlank()) {
            return Path.of(configured);
        }
        Path up = Path.of("").toAbsolutePath();
        while (up != null) {
            Path candidate = up.resolve("shared").resolve("data");
            if (Files.isDirectory(candidate)) {
                return candidate;
            }
            up = up.getParent();
        }
        return Path.of("..", "..", "shared", "data").toAbsolutePath().normalize();
    }
}
