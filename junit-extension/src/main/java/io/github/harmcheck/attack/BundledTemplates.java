package io.github.harmcheck.attack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The template files that stand beside the classes of attacks, each read once per JVM, when first used. The format is
 * that of {@code human-jailbreaks.txt}: a line {@code === id} starts a template. Thread-safe.
 *
 * @since 0.1.0
 */
public final class BundledTemplates {
    private static final Map<Class<?>, Map<String, List<Template>>> READ = new ConcurrentHashMap<>();

    private BundledTemplates() {}

    /** Returns the templates of the resource {@code name.txt} beside this class. */
    static List<Template> of(String name, Set<String> required) {
        return of(BundledTemplates.class, name, required);
    }

    /**
     * Returns the templates of the resource {@code name.txt} beside a class.
     *
     * @param required placeholders that each template must have
     * @throws IllegalStateException where there is no such resource
     * @throws AttackConfigurationException where it is no file of templates; the message names line and fix
     */
    public static List<Template> of(Class<?> beside, String name, Set<String> required) {
        return READ.computeIfAbsent(beside, key -> new ConcurrentHashMap<>())
                .computeIfAbsent(name, key -> read(beside, key + ".txt", required));
    }

    private static List<Template> read(Class<?> beside, String resource, Set<String> required) {
        try (InputStream in = beside.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(
                        "the resource " + resource + " beside " + beside.getName() + " is missing from its jar");
            }
            return TemplateFile.read("the built-in " + resource, in, required);
        } catch (IOException e) {
            throw new UncheckedIOException("the built-in " + resource + " cannot be read", e);
        }
    }
}
