package io.github.harmcheck.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;

/**
 * Holds all modules of the build to the limits at once, with one report. Run it after the tests of all modules:
 * {@code mvn verify harmcheck:check-aggregate}, or bound to a phase in the last module.
 *
 * @since 0.1.0
 */
@Mojo(
        name = "check-aggregate",
        requiresDependencyResolution = ResolutionScope.TEST,
        aggregator = true,
        threadSafe = true)
public final class CheckAggregateMojo extends AbstractCheckMojo {

    @Override
    boolean applies() {
        return true;
    }

    @Override
    List<ModuleFiles> modules() throws IOException {
        List<ModuleFiles> modules = new ArrayList<>();
        for (MavenProject module : session.getProjects()) {
            modules.add(new ModuleFiles(
                    ofModule(findings, module), ofModule(reviews, module), testClasses(module), classpath(module)));
        }
        return modules;
    }

    @Override
    List<Path> audits() {
        return session.getProjects().stream()
                .map(module -> ofModule(audit, module))
                .distinct()
                .toList();
    }

    /** A path as it is set for this project, at the same place of another module. One outside is shared by all. */
    private Path ofModule(File set, MavenProject module) {
        return ModuleFiles.relocate(
                set.toPath(),
                Path.of(project.getBuild().getDirectory()),
                project.getBasedir().toPath(),
                Path.of(module.getBuild().getDirectory()),
                module.getBasedir().toPath());
    }
}
