package io.github.harmcheck.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdaptersTests {

    @Test
    void oneThatDoesNotLoadLeavesTheOthers(@TempDir Path folder) throws Exception {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(
                services.resolve(TargetAdapter.class.getName()), "com.acme.Absent\njava.lang.String\nnot a name\n");
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
            Adapters adapters = Adapters.load(loader);

            assertThat(adapters.all())
                    .extracting(adapter -> adapter.getClass().getSimpleName())
                    .contains("LangChain4jTargetAdapter");
            assertThat(adapters.problems()).isNotEmpty();
            assertThat(String.join(" ", adapters.problems())).contains(TargetAdapter.class.getName());
        }
    }
}
