package io.github.harmcheck.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads the texts that come with HarmCheck: prompts, lists of words, cues. UTF-8. */
public final class ResourceTexts {
    private ResourceTexts() {}

    /**
     * Reads the resource of a name beside a class.
     *
     * @throws IllegalStateException where the jar lacks it
     */
    public static String read(Class<?> beside, String name) {
        try (InputStream in = beside.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + name + " is missing from HarmCheck's jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the built-in " + name + " cannot be read", e);
        }
    }

    /** Reads the lines of a resource that are neither blank nor comments, which begin with {@code #}. */
    public static List<String> lines(Class<?> beside, String name) {
        return read(beside, name)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }
}
