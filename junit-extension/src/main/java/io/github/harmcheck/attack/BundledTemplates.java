package io.github.harmcheck.attack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The template files that come with HarmCheck, each read once per JVM, when first used. */
final class BundledTemplates {
    private static final Map<String, List<Template>> READ = new ConcurrentHashMap<>();

    private BundledTemplates() {}

    /** Returns the templates of the resource {@code name.txt} beside this class. */
    static List<Template> of(String name, Set<String> required) {
        return READ.computeIfAbsent(name, key -> read(key + ".txt", required));
    }

    private static List<Template> read(String resource, Set<String> required) {
        try (InputStream in = BundledTemplates.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + resource + " is missing from HarmCheck's jar");
            }
            return TemplateFile.read("the built-in " + resource, in, required);
        } catch (IOException e) {
            throw new UncheckedIOException("the built-in " + resource + " cannot be read", e);
        }
    }
}
