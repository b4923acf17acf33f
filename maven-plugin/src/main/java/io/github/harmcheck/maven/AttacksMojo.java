package io.github.harmcheck.maven;

import io.github.harmcheck.attack.AttackCatalogue;
import io.github.harmcheck.attack.Attacks;
import io.github.harmcheck.internal.AtomicFiles;
import java.io.File;
import java.io.IOException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Lists the attacks that come with HarmCheck, and writes a page with what each is, where it comes from, what it needs and
 * costs, and its options. Needs no project.
 *
 * @since 0.1.0
 */
@Mojo(name = "attacks", requiresProject = false, threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven fills the fields
public final class AttacksMojo extends AbstractHarmCheckMojo {

    /** File of the page. */
    @Parameter(property = "harmcheck.attacksPage", defaultValue = "${project.build.directory}/harmcheck/attacks.md")
    File page;

    @Override
    void run() throws IOException {
        AttackCatalogue catalogue = new AttackCatalogue(Attacks.catalogue());
        catalogue.lines().forEach(getLog()::info);
        AtomicFiles.write(page.toPath(), writer -> writer.write(catalogue.page()));
        getLog().info("HarmCheck attacks: " + page);
    }
}
