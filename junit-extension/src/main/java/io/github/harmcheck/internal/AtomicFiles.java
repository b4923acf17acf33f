package io.github.harmcheck.internal;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Files that are seen whole or not at all, however many processes write them: written beside, then moved. */
public final class AtomicFiles {
    private AtomicFiles() {}

    /** Writes text. */
    @FunctionalInterface
    public interface Body {
        void writeTo(BufferedWriter writer) throws IOException;
    }

    /**
     * Writes a UTF-8 file and moves it into place; its folder is created. Where writing fails, the old file stays and
     * nothing is left behind.
     */
    public static void write(Path file, Body body) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException(file + " is not a file");
        }
        Files.createDirectories(folder);
        // Not createTempFile: its files can be read by their owner only, and CI publishes reports as somebody else.
        Path draft = folder.resolve("." + file.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            // Not newBufferedWriter: it throws at half a surrogate pair, which a model may well answer with.
            try (BufferedWriter writer = new BufferedWriter(new OutputStreamWriter(
                    Files.newOutputStream(draft, StandardOpenOption.CREATE_NEW), StandardCharsets.UTF_8))) {
                body.writeTo(writer);
            }
            move(draft, file);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            // Some network and overlay file systems cannot; a plain move still never shows a half-written file.
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
