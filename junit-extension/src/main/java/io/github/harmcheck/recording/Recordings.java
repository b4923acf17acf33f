package io.github.harmcheck.recording;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.github.harmcheck.internal.AtomicFiles;
import io.github.harmcheck.internal.Json;
import io.github.harmcheck.internal.Texts;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A folder of recordings, {@code <2 hex>/<sha-256>.json}: one file for each answer, pretty-printed with its request, so
 * that a change reads as a diff. Files appear whole or not at all, whoever writes at the same time. Thread-safe.
 */
final class Recordings {
    static final String ENDING = ".json";

    /** What is younger was recorded by this run of the tests. */
    private static final Instant STARTED =
            ProcessHandle.current().info().startInstant().orElse(Instant.MAX);

    private static final ObjectWriter PRETTY = Json.MAPPER.writer(new DefaultPrettyPrinter()
            .withObjectIndenter(new DefaultIndenter("  ", "\n"))
            .withArrayIndenter(new DefaultIndenter("  ", "\n")));

    private final Path folder;
    private final RecordingIndex index;

    Recordings(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
        this.index = new RecordingIndex(this.folder);
    }

    Path folder() {
        return folder;
    }

    Path file(String hash) {
        return folder.resolve(hash.substring(0, 2)).resolve(hash + ENDING);
    }

    /**
     * Reads the recording of a key.
     *
     * @throws CorruptRecordingException where its file is there and holds no such recording
     */
    Optional<Recording> read(RecordingKey key) throws IOException {
        Path file = file(key.hash());
        Recording recording;
        try {
            recording = parse(file);
        } catch (NoSuchFileException | FileNotFoundException e) {
            return Optional.empty();
        }
        if (!key.names(recording)) {
            throw new CorruptRecordingException(file, "it is the recording of another request", null);
        }
        return Optional.of(recording);
    }

    /** Returns whether a recording was written since this JVM came to record. */
    boolean isFresh(RecordingKey key) {
        try {
            return !Files.getLastModifiedTime(file(key.hash())).toInstant().isBefore(STARTED);
        } catch (IOException e) {
            return false;
        }
    }

    void write(RecordingKey key, Recording recording) throws IOException {
        String text = PRETTY.writeValueAsString(recording);
        AtomicFiles.write(file(key.hash()), writer -> writer.append(text).append('\n'));
    }

    /** Returns what is recorded for an attempt, to say what changed. Reads through the folder once. */
    List<Recording> ofAttempt(String kind, String attempt) {
        return index.ofAttempt(kind, attempt);
    }

    static Recording parse(Path file) throws IOException {
        try {
            Recording recording = Json.MAPPER.readValue(Files.readAllBytes(file), Recording.class);
            if (recording == null || recording.kind() == null || recording.answer() == null) {
                throw new CorruptRecordingException(file, "it has no answer", null);
            }
            if (recording.schema() != Recording.SCHEMA) {
                throw new CorruptRecordingException(
                        file,
                        "it has schema " + recording.schema() + ", and this version of HarmCheck reads "
                                + Recording.SCHEMA,
                        null);
            }
            return recording;
        } catch (JsonProcessingException e) {
            throw new CorruptRecordingException(
                    file, "not JSON: " + Texts.oneLine(String.valueOf(e.getOriginalMessage()), 120), e);
        }
    }
}
