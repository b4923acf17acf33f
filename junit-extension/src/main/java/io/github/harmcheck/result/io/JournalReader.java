package io.github.harmcheck.result.io;

import io.github.harmcheck.result.CampaignResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads journals.
 *
 * @since 0.1.0
 */
public final class JournalReader {
    private JournalReader() {}

    /** Returns the journals in a findings folder, sorted by name; empty where the folder does not exist. */
    public static List<Path> journals(Path findingsFolder) throws IOException {
        throw new IOException("no reader yet: " + findingsFolder);
    }

    /**
     * Reads one journal in a single pass over its lines; the findings of the result read the file again when streamed.
     * Amendments and reviews are applied.
     *
     * @throws JournalException where a line cannot be read or the schema is unknown; the message names file and line
     */
    public static CampaignResult read(Path journal, Reviews reviews) throws IOException {
        throw new JournalException(journal + ": no reader yet " + reviews.unused());
    }
}
