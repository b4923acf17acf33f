package io.github.harmcheck.recording;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The list of recordings that a run played or wrote, one name a line, from which the goal {@code recordings} learns
 * which ones nobody needs. Made with the first entry. Thread-safe.
 */
final class UsedRecordings {
    private final @Nullable Path file;
    private final boolean keepOpen;
    private @Nullable OutputStream out;
    private boolean broken;

    /**
     * Creates a list.
     *
     * @param file the file, or null for no list
     * @param keepOpen whether {@link #close} will be called
     */
    UsedRecordings(@Nullable Path file, boolean keepOpen) {
        this.file = file;
        this.keepOpen = keepOpen;
    }

    synchronized void add(String hash) {
        if (file == null || broken) {
            return;
        }
        try {
            OutputStream open = out == null ? open(file) : out;
            open.write((hash + '\n').getBytes(StandardCharsets.US_ASCII));
            if (keepOpen) {
                out = open;
            } else {
                open.close();
            }
        } catch (IOException e) {
            // A list that is cut counts as none: the goal refuses to prune without it.
            broken = true;
            RecordingLog.warn("the list of used recordings " + file + " cannot be written: " + e);
            delete(file);
        }
    }

    private static OutputStream open(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        return Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            RecordingLog.debug("the list of used recordings cannot be deleted", e);
        }
    }

    synchronized void close() {
        OutputStream open = out;
        out = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                RecordingLog.debug("the list of used recordings did not close", e);
            }
        }
    }
}
