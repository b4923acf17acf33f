package io.github.harmcheck.dataset;

import java.io.IOException;

/**
 * Reads one dataset format. A new format is one implementation, named in
 * {@code META-INF/services/io.github.harmcheck.dataset.DatasetReader}. Names, ids, categories and duplicates are checked
 * for every reader; a reader checks what only its format knows. Implementations are thread-safe and public, with a
 * public constructor without parameters.
 *
 * @since 0.1.0
 */
public interface DatasetReader {

    /** Returns what the format is called in messages, for example {@code HarmBench text CSV}. */
    String format();

    /**
     * Returns whether a file is of this format, by its file type and the beginning of its text. A file that is nearly
     * of this format (one column is missing) should be taken too, so that {@link #open} can say what is wrong. Two
     * readers that take the same file are an error.
     */
    boolean reads(DatasetInput input);

    /**
     * Opens the file and reads its header, not its behaviors.
     *
     * @throws DatasetException for bad input
     */
    DatasetRows open(DatasetInput input) throws IOException;
}
