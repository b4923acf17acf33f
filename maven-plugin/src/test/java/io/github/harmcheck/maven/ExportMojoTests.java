package io.github.harmcheck.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.harmcheck.dataset.Datasets;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportMojoTests {
    @TempDir
    Path folder;

    private ExportMojo mojo(String dataset) {
        ExportMojo mojo = new ExportMojo();
        mojo.datasets = List.of(dataset);
        mojo.file = folder.resolve("behaviors.csv").toFile();
        return mojo;
    }

    @Test
    void writesWhatHarmBenchReads() throws Exception {
        mojo("core").execute();
        try (var behaviors =
                Datasets.load("file:" + folder.resolve("behaviors.csv")).behaviors()) {
            assertThat(behaviors).isNotEmpty();
        }
    }

    @Test
    void anUnknownDatasetIsAMistakeOfTheConfiguration() {
        assertThatThrownBy(() -> mojo("nothing").execute())
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("no dataset is called \"nothing\"");
    }
}
