package io.github.harmcheck.dataset;

import io.github.harmcheck.internal.Texts;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds datasets by name. Thread-safe.
 *
 * @since 0.1.0
 */
public final class Datasets {
    private static final List<String> BUILT_IN = List.of("core", "advice", "app-risks");
    private static final String CLASSPATH = "classpath:";
    private static final String FILE = "file:";

    private Datasets() {}

    /**
     * Loads a dataset: {@code core}, {@code advice}, {@code app-risks}, {@code classpath:…}, {@code file:…} or one of the known external
     * sets, which are looked for in the folder that the system property {@code harmcheck.datasets} or the environment
     * variable {@code HARMCHECK_DATASETS} names.
     *
     * @throws DatasetMissingException where a known external set is not there
     * @throws DatasetException for an unknown name or bad input
     */
    public static BehaviorDataset load(String name) {
        return load(name, null);
    }

    /**
     * Loads a dataset. Its header is read now, its behaviors whenever they are asked for; a known external set is also
     * checked against the SHA-256 of its published copies.
     *
     * @param name as for {@link #load(String)}; a relative {@code file:} path starts at the working directory
     * @param externalFolder where the known external sets lie (also in a subfolder {@code harmbench} or
     *     {@code safetext}), or null for the property {@code harmcheck.datasets}
     * @throws DatasetMissingException where a known external set is not there
     * @throws DatasetException for an unknown name or bad input
     */
    public static BehaviorDataset load(String name, @Nullable Path externalFolder) {
        if (name.startsWith(CLASSPATH)) {
            return open(ClasspathSource.of(name.substring(CLASSPATH.length())), null);
        }
        if (name.startsWith(FILE)) {
            return open(FileSource.of(path(name)), null);
        }
        if (BUILT_IN.contains(name)) {
            String folder = Datasets.class.getPackageName().replace('.', '/');
            return open(ClasspathSource.of(folder + '/' + name + ".jsonl"), name);
        }
        return KnownDataset.all().stream()
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow(() -> unknown(name))
                .load(externalFolder);
    }

    /** Returns the names that need no path: the built-in datasets, then the known external ones. */
    public static List<String> names() {
        return Stream.concat(BUILT_IN.stream(), KnownDataset.all().stream().map(KnownDataset::name))
                .toList();
    }

    private static BehaviorDataset open(ByteSource source, @Nullable String name) {
        DatasetInput input = new DatasetInput(source, name, null);
        return FileDataset.of(input, Readers.pick(input));
    }

    private static Path path(String name) {
        String path = name.substring(FILE.length());
        try {
            return path.startsWith("//") ? Path.of(URI.create(name)) : Path.of(path);
        } catch (InvalidPathException | FileSystemNotFoundException e) {
            throw notPath(name, e);
        } catch (IllegalArgumentException e) {
            throw notPath(name, e);
        }
    }

    private static DatasetException notPath(String name, RuntimeException e) {
        return new DatasetException(
                "the dataset " + Texts.quoted(name, 300) + " names no file; write file:folder/name.csv", e);
    }

    private static DatasetException unknown(String name) {
        return new DatasetException("no dataset is called " + Texts.quoted(name, 120) + Nearest.hint(name, names())
                + "; known are " + String.join(", ", names()) + "; your own is file:<path> or classpath:<path>");
    }
}
