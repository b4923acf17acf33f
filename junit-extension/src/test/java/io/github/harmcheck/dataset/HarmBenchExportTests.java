package io.github.harmcheck.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.harmcheck.core.Behavior;
import io.github.harmcheck.core.FunctionalCategory;
import io.github.harmcheck.testing.SharedData;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HarmBenchExportTests {
    @TempDir
    Path folder;

    @Test
    void whatIsWrittenIsReadBackAlike() throws Exception {
        BehaviorDataset core = Datasets.load("core");
        Path file = folder.resolve("out/behaviors.csv");
        int written = HarmBenchExport.write(List.of(core, Datasets.load("advice")), file);
        List<Behavior> text = behaviors(core).stream()
                .filter(behavior -> behavior.functionalCategory() != FunctionalCategory.MULTIMODAL)
                .toList();
        assertThat(written).isEqualTo(text.size()).isGreaterThan(50);
        assertSame(behaviors(Datasets.load("file:" + file)), text);
    }

    @Test
    void theFirstLineIsHarmBenchs() throws Exception {
        Path file = folder.resolve("behaviors.csv");
        HarmBenchExport.write(
                List.of(MemorySource.dataset(
                        "own.csv",
                        "Behavior,FunctionalCategory,SemanticCategory,Tags,ContextString,BehaviorID\n"
                                + "\"Say \"\"no\"\", please\",contextual,illegal,,\"two\nlines, here\",no_1\n")),
                file);
        assertThat(Files.readString(file))
                .isEqualTo("Behavior,FunctionalCategory,SemanticCategory,Tags,ContextString,BehaviorID\n"
                        + "\"Say \"\"no\"\", please\",contextual,\"illegal\",\"context\",\"two\nlines, here\",no_1\n");
    }

    @Test
    void twoBehaviorsWithOneIdAreAnError() {
        BehaviorDataset core = Datasets.load("core");
        Path file = folder.resolve("behaviors.csv");
        assertThatThrownBy(() -> HarmBenchExport.write(List.of(core, core), file))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("export one dataset at a time");
        assertThat(file).doesNotExist();
    }

    @Test
    void thePublishedFileSurvivesTheRoundTrip() throws Exception {
        Path published = SharedData.path("harmbench/harmbench_behaviors_text_all.csv");
        BehaviorDataset all = Datasets.load("file:" + published);
        Path file = folder.resolve("behaviors.csv");
        assertThat(HarmBenchExport.write(List.of(all), file)).isEqualTo(400);
        assertSame(behaviors(Datasets.load("file:" + file)), behaviors(all));
    }

    private static void assertSame(List<Behavior> read, List<Behavior> written) {
        assertThat(read).hasSameSizeAs(written);
        for (int i = 0; i < read.size(); i++) {
            assertThat(read.get(i).id()).isEqualTo(written.get(i).id());
            assertThat(read.get(i).text()).isEqualTo(written.get(i).text());
            assertThat(read.get(i).functionalCategory())
                    .isEqualTo(written.get(i).functionalCategory());
            assertThat(read.get(i).semanticCategory()).isEqualTo(written.get(i).semanticCategory());
            assertThat(read.get(i).contextString()).isEqualTo(written.get(i).contextString());
            assertThat(read.get(i).tags()).containsAll(written.get(i).tags());
        }
    }

    private static List<Behavior> behaviors(BehaviorDataset dataset) {
        try (Stream<Behavior> behaviors = dataset.behaviors()) {
            return behaviors.toList();
        }
    }
}
