package io.github.harmcheck.dataset;

import java.io.IOException;
import java.util.Optional;

/**
 * The rows of an open dataset file, read one at a time. Not thread-safe.
 *
 * @since 0.1.0
 */
public interface DatasetRows extends AutoCloseable {

    /** Returns what the file says of itself; nothing by default. */
    default DatasetHeader header() {
        return DatasetHeader.NONE;
    }

    /**
     * Reads the next row.
     *
     * @return nothing at the end of the file
     * @throws DatasetException for bad input
     */
    Optional<DatasetRow> next() throws IOException;

    @Override
    void close() throws IOException;
}
