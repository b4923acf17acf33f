package io.github.harmcheck.recording;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Recordings that no run needed.
 *
 * @param all how many recordings there are
 * @param stale files of those that no list names, sorted
 * @param unlisted journals of runs that left no list, so that what they need is not known
 * @since 0.1.0
 */
public record StaleRecordings(int all, List<Path> stale, List<Path> unlisted) {
    public StaleRecordings {
        stale = List.copyOf(stale);
        unlisted = List.copyOf(unlisted);
    }

    /**
     * Compares a folder of recordings with what runs used. Plain tests, which have no journal, count too: what one of
     * them used is needed.
     *
     * @param recordings the folder; where there is none, nothing is stale
     * @param journals journals of the runs that count
     */
    public static StaleRecordings find(Path recordings, List<Path> journals) throws IOException {
        Set<String> used = new HashSet<>();
        List<Path> unlisted = new ArrayList<>();
        for (Path journal : journals) {
            Path list = UsedLists.of(journal);
            if (Files.isRegularFile(list)) {
                used.addAll(Files.readAllLines(list));
            } else {
                unlisted.add(journal);
            }
            for (Path other : plainTests(UsedLists.folder(journal))) {
                used.addAll(Files.readAllLines(other));
            }
        }
        List<Path> files = files(recordings);
        List<Path> stale =
                files.stream().filter(file -> !used.contains(name(file))).toList();
        return new StaleRecordings(files.size(), stale, unlisted);
    }

    /** Deletes the stale files, and folders that are empty then. */
    public void delete() throws IOException {
        for (Path file : stale) {
            Files.deleteIfExists(file);
            Path folder = file.toAbsolutePath().getParent();
            try {
                Files.deleteIfExists(folder);
            } catch (DirectoryNotEmptyException e) {
                RecordingLog.debug("a folder of recordings is still needed", e);
            }
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder, 2)) {
            return all.filter(RecordingIndex::isRecording).sorted().toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static List<Path> plainTests(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.getFileName().toString().startsWith(UsedLists.PLAIN_TESTS))
                    .toList();
        }
    }

    private static String name(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - Recordings.ENDING.length());
    }
}
