package io.github.harmcheck.dataset;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a dataset's file says of itself.
 *
 * @param name the dataset's name, or null for the file's
 * @param version its version, or null
 * @param description what it holds, or null; untrusted text
 * @param license its license, or null; untrusted text
 * @param categories semantic categories it uses beside the known ones
 * @param slots places in its texts that the user fills, by name, and what each is for; untrusted text
 * @since 0.1.0
 */
public record DatasetHeader(
        @Nullable String name,
        @Nullable String version,
        @Nullable String description,
        @Nullable String license,
        Set<String> categories,
        Map<String, String> slots) {

    /** A file that says nothing of itself. */
    public static final DatasetHeader NONE = new DatasetHeader(null, null, null, null, Set.of(), Map.of());

    public DatasetHeader {
        categories = Set.copyOf(categories);
        slots = Map.copyOf(slots);
    }
}
