package io.github.harmcheck.dataset;

import io.github.harmcheck.core.Behavior;
import java.util.List;
import java.util.stream.Stream;

/**
 * A named, checksummed list of behaviors that can be read again and again. Implementations are immutable and
 * thread-safe, and hold no behavior in memory that they can read from their file.
 *
 * @since 0.1.0
 */
public interface BehaviorDataset {

    /** Returns the name, which is part of every finding's id. */
    String name();

    /** Returns the SHA-256 of the file it is read from, as lower-case hex. */
    String sha256();

    /**
     * Reads the behaviors in the order of the file. The caller closes the stream.
     *
     * @throws DatasetException for bad input, also while the stream is consumed; the message names file, line, value and
     *     fix
     */
    Stream<Behavior> behaviors();

    /** Returns what the plan should say of this dataset, for example which behaviors are left out and why. None by default. */
    default List<String> remarks() {
        return List.of();
    }

    /** Returns the part of this dataset that a selection keeps; name and checksum stay. */
    BehaviorDataset select(Selection selection);
}
