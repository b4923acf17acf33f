package io.github.harmcheck.result.io;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether some process is still writing a journal. The lock lies far behind the end of the file, where it hinders
 * no reader, and goes with its process, however that ends.
 */
final class JournalLock {
    private static final long FAR_BEHIND = Long.MAX_VALUE - 1;

    private JournalLock() {}

    /** Holds the lock as long as the stream is open. A file system without locks is written all the same. */
    static void hold(FileOutputStream out, Path file) throws IOException {
        if (!tryHold(out)) {
            throw new JournalException(file + " is being written by another process");
        }
    }

    /** Returns whether a journal is being written, by this process or another. */
    static boolean isHeld(Path file) throws IOException {
        try (FileOutputStream probe = new FileOutputStream(file.toFile(), true)) {
            return !tryHold(probe);
        }
    }

    private static boolean tryHold(FileOutputStream out) {
        try {
            @Nullable FileLock lock = out.getChannel().tryLock(FAR_BEHIND, 1, false);
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        } catch (IOException | UnsupportedOperationException e) {
            return true;
        }
    }
}
