package io.github.harmcheck.target;

import io.github.harmcheck.internal.Hashes;
import io.github.harmcheck.internal.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The hash of names and contents of files that globs name. */
final class FileFingerprint {
    private static final String WILD = "*?[{";
    private static final int MOST_FILES = 50_000;

    private FileFingerprint() {}

    static String of(String... globs) {
        return of(Path.of(System.getProperty("basedir", "")).toAbsolutePath().normalize(), List.of(globs));
    }

    static String of(Path base, List<String> globs) {
        if (globs.isEmpty()) {
            throw new IllegalArgumentException(
                    "a fingerprint needs the files that decide the app's answers, for example \"src/main/**\"");
        }
        SortedMap<String, Path> files = new TreeMap<>();
        globs.forEach(glob -> collect(base, glob, files));
        List<String> parts = new ArrayList<>();
        files.forEach((name, file) -> {
            parts.add(name);
            parts.add(hash(file));
        });
        return Hashes.sha256(parts);
    }

    private static void collect(Path base, String glob, SortedMap<String, Path> files) {
        boolean matched = false;
        Path root = root(base, glob);
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
        try (Stream<Path> all = Files.exists(root) ? Files.walk(root) : Stream.empty()) {
            for (Path file : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
                Path relative = base.relativize(file);
                if (matcher.matches(relative)) {
                    matched = true;
                    files.put(relative.toString().replace('\\', '/'), file);
                    if (files.size() > MOST_FILES) {
                        throw new IllegalArgumentException(
                                "the fingerprint " + Texts.quoted(glob, 200) + " takes more than " + MOST_FILES
                                        + " files: name those that decide the app's answers");
                    }
                }
            }
        } catch (IOException | UncheckedIOException e) {
            throw new IllegalArgumentException(
                    "the files of the fingerprint " + Texts.quoted(glob, 200) + " cannot be read: " + e.getMessage(),
                    e);
        }
        if (!matched) {
            throw new IllegalArgumentException("the fingerprint " + Texts.quoted(glob, 200) + " matches no file below "
                    + base + ": correct it, or take it out (a folder is written as folder/**)");
        }
    }

    /** The folder that no wildcard stands for, so that not all the module is walked through. */
    private static Path root(Path base, String glob) {
        Path root = base;
        for (String step : glob.split("/", -1)) {
            if (step.isEmpty() || step.chars().anyMatch(c -> WILD.indexOf(c) >= 0)) {
                break;
            }
            root = root.resolve(step);
        }
        return root.normalize();
    }

    private static String hash(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return Hashes.sha256(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
