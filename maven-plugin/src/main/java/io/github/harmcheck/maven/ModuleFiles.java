package io.github.harmcheck.maven;

import java.nio.file.Path;
import java.util.List;

/**
 * Where one module keeps what the gate reads.
 *
 * @param findings folder of its journals
 * @param reviews file of its reviews
 * @param testClasses folder of its compiled test classes
 * @param classpath what the test classes need
 */
record ModuleFiles(Path findings, Path reviews, Path testClasses, List<Path> classpath) {
    ModuleFiles {
        classpath = List.copyOf(classpath);
    }

    /** Moves a path from below one module's build or base folder to the same place below another's. */
    static Path relocate(Path path, Path build, Path base, Path otherBuild, Path otherBase) {
        if (path.startsWith(build)) {
            return otherBuild.resolve(build.relativize(path));
        }
        return path.startsWith(base) ? otherBase.resolve(base.relativize(path)) : path;
    }
}
