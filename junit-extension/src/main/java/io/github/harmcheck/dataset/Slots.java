package io.github.harmcheck.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The places in a dataset's texts, written <code>{{name}}</code>, that only the user can fill: which marker stands in the
 * app's own system prompt, which of its tools must not be called. A value comes from the system property
 * {@code harmcheck.slots.<name>}, else from the class path's {@code harmcheck-slots.properties}, UTF-8.
 */
final class Slots {
    static final String PROPERTY = "harmcheck.slots.";
    static final String RESOURCE = "harmcheck-slots.properties";

    private static final Pattern SLOT = Pattern.compile("\\{\\{([A-Za-z0-9._+-]{1,120})}}");

    private final Map<String, String> values;

    private Slots(Map<String, String> values) {
        this.values = values;
    }

    /**
     * Looks up the values of slots; one that has none is not filled.
     *
     * @throws DatasetException where a value is blank or the file cannot be read
     */
    static Slots of(Set<String> names) {
        Properties file = file();
        Map<String, String> values = new TreeMap<>();
        for (String name : names) {
            String value =
                    Optional.ofNullable(System.getProperty(PROPERTY + name)).orElse(file.getProperty(name));
            if (value == null) {
                continue;
            }
            if (value.isBlank()) {
                throw new DatasetException("the slot " + name + " is blank: give it a value in " + RESOURCE + " or as "
                        + PROPERTY + name + ", or remove it there");
            }
            values.put(name, value.strip());
        }
        return new Slots(values);
    }

    private static Properties file() {
        Properties properties = new Properties();
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        ClassLoader loader = context == null ? Slots.class.getClassLoader() : context;
        try (InputStream in = loader.getResourceAsStream(RESOURCE)) {
            if (in != null) {
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
                properties.load(reader);
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new DatasetException(RESOURCE + " on the class path cannot be read: " + e.getMessage(), e);
        }
        return properties;
    }

    /** Returns whether a text has a slot. */
    static boolean isIn(String text) {
        return SLOT.matcher(text).find();
    }

    /** Returns the names of the slots of a text. */
    static Set<String> in(String text) {
        Set<String> names = new TreeSet<>();
        Matcher slot = SLOT.matcher(text);
        while (slot.find()) {
            names.add(slot.group(1));
        }
        return names;
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /** Returns the values by name, sorted. */
    Map<String, String> values() {
        return values;
    }

    /** Returns what fills the slots of a text that are all filled. */
    UnaryOperator<String> filler() {
        return text -> SLOT.matcher(text).replaceAll(slot -> Matcher.quoteReplacement(values.get(slot.group(1))));
    }
}
