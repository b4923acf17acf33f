package io.github.harmcheck.maven;

import io.github.harmcheck.dataset.BehaviorDataset;
import io.github.harmcheck.dataset.Datasets;
import io.github.harmcheck.dataset.HarmBenchExport;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Writes the behaviors of datasets as the CSV file that HarmBench's pipeline reads, which makes test cases of them with its
 * GPU methods; those come back with the attack {@code replay}, or under the name of the method.
 *
 * @since 0.1.0
 */
@Mojo(name = "export", requiresProject = false, threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven fills the fields
public final class ExportMojo extends AbstractHarmCheckMojo {

    /** Datasets by name; {@code file:} paths start at the working directory. */
    @Parameter(property = "harmcheck.dataset", defaultValue = "core")
    List<String> datasets;

    /** The folder of datasets that are not built in. */
    @Parameter(property = "harmcheck.datasets")
    File folder;

    /** The file to write. */
    @Parameter(
            property = "harmcheck.export",
            defaultValue = "${project.build.directory}/harmcheck/harmbench_behaviors.csv")
    File file;

    @Override
    void run() throws IOException {
        Path external = folder == null ? null : folder.toPath();
        List<BehaviorDataset> loaded =
                datasets.stream().map(name -> Datasets.load(name, external)).toList();
        int written = HarmBenchExport.write(loaded, file.toPath());
        getLog().info("HarmCheck export: " + written + " behaviors of " + String.join(", ", datasets) + " in " + file);
    }
}
