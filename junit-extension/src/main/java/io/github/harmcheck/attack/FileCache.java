package io.github.harmcheck.attack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Keeps what was read from the last few files, so that a file is read once per campaign and not once per behavior. A file
 * that changed, by time or size, is read again. Thread-safe.
 */
final class FileCache<T> {
    private static final int MOST = 8;

    /** Reads a file. */
    @FunctionalInterface
    interface Reader<T> {
        T read(Path file) throws IOException;
    }

    private record Content<T>(Stamp stamp, T value) {}

    /** What tells one content of a file from another. */
    record Stamp(long size, FileTime modified) {
        static Stamp of(Path file) throws IOException {
            return new Stamp(Files.size(file), Files.getLastModifiedTime(file));
        }
    }

    private final Map<Path, Content<T>> entries = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Path, Content<T>> eldest) {
            return size() > MOST;
        }
    };

    synchronized T get(Path file, Reader<T> reader) throws IOException {
        Stamp stamp = Stamp.of(file);
        Content<T> entry = entries.get(file);
        if (entry == null || !entry.stamp().equals(stamp)) {
            entry = new Content<>(stamp, reader.read(file));
            entries.put(file, entry);
        }
        return entry.value();
    }
}
