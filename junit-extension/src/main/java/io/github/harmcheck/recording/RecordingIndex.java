package io.github.harmcheck.recording;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.harmcheck.internal.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which files are about which attempt. Only somebody who misses a recording asks, so the folder is read through at the
 * first question, and of each file only its beginning.
 */
final class RecordingIndex {
    private final Path folder;
    private @Nullable Map<String, List<Path>> byAttempt;

    RecordingIndex(Path folder) {
        this.folder = folder;
    }

    synchronized List<Recording> ofAttempt(String kind, String attempt) {
        Map<String, List<Path>> known = byAttempt;
        if (known == null) {
            known = read();
            byAttempt = known;
        }
        List<Recording> recordings = new ArrayList<>();
        for (Path file : known.getOrDefault(kind + ' ' + attempt, List.of())) {
            try {
                recordings.add(Recordings.parse(file));
            } catch (IOException e) {
                RecordingLog.debug("a recording that could have told what changed cannot be read", e);
            }
        }
        return recordings;
    }

    private Map<String, List<Path>> read() {
        Map<String, List<Path>> files = new HashMap<>();
        if (!Files.isDirectory(folder)) {
            return files;
        }
        try (Stream<Path> all = Files.walk(folder, 2)) {
            for (Path file : (Iterable<Path>) all.filter(RecordingIndex::isRecording)::iterator) {
                String about = about(file);
                if (about != null) {
                    files.computeIfAbsent(about, name -> new ArrayList<>(1)).add(file);
                }
            }
        } catch (IOException | UncheckedIOException e) {
            RecordingLog.debug("the folder of recordings cannot be read through", e);
        }
        return files;
    }

    static boolean isRecording(Path file) {
        String name = file.getFileName().toString();
        return name.length() == 64 + Recordings.ENDING.length() && name.endsWith(Recordings.ENDING);
    }

    /** The attempt stands before the request, so that the rest need not be read. */
    private static @Nullable String about(Path file) {
        String kind = "";
        try (JsonParser parser = Json.MAPPER.createParser(file.toFile())) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String field = parser.currentName();
                parser.nextToken();
                if (field.equals("kind")) {
                    kind = parser.getText();
                } else if (field.equals("attempt")) {
                    return kind + ' ' + parser.getText();
                } else if (field.equals("request")) {
                    return null;
                }
            }
        } catch (IOException e) {
            RecordingLog.debug("a recording cannot be read", e);
        }
        return null;
    }
}
