package io.github.harmcheck.attack.adaptive;

import io.github.harmcheck.internal.FencedText;
import io.github.harmcheck.internal.ResourceTexts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text for the helper model, read from the resource {@code name.txt} beside this class; lines that begin with {@code #:}
 * are comments. A placeholder is <code>{{name}}</code>. {@link #put} fills in what we wrote ourselves; {@link #quote} what
 * anybody else did, which stays data: between two lines with a code that it cannot contain, every line marked, invisible
 * characters shown and chat markers broken. Not thread-safe.
 */
final class Prompt {
    private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z]+)}}");
    private static final Map<String, String> READ = new ConcurrentHashMap<>();

    private final String name;
    private final Map<String, String> own = new LinkedHashMap<>();
    private final Map<String, String> quoted = new LinkedHashMap<>();

    private Prompt(String name) {
        this.name = name;
    }

    static Prompt of(String name) {
        return new Prompt(name);
    }

    /** Fills in a text of ours as it is. */
    Prompt put(String place, String text) {
        own.put(place, text);
        return this;
    }

    Prompt put(String place, int number) {
        return put(place, Integer.toString(number));
    }

    /** Fills in untrusted text as data, on lines of its own. */
    Prompt quote(String place, String untrusted) {
        quoted.put(place, untrusted);
        return this;
    }

    /**
     * Returns the text.
     *
     * @throws IllegalStateException where a place has no value or a value no place
     */
    String text() {
        String fence = FencedText.fence(List.copyOf(quoted.values()));
        Map<String, String> values = new LinkedHashMap<>(own);
        quoted.forEach((place, text) ->
                values.put(place, "BEGIN " + fence + '\n' + FencedText.neutralise(text, fence) + "\nEND " + fence));
        String template = READ.computeIfAbsent(name, Prompt::read);
        Matcher matcher = PLACE.matcher(template);
        StringBuilder filled = new StringBuilder();
        while (matcher.find()) {
            String value = values.get(matcher.group(1));
            if (value == null) {
                throw new IllegalStateException("the prompt " + name + " has no value for " + matcher.group());
            }
            matcher.appendReplacement(filled, Matcher.quoteReplacement(value));
        }
        values.keySet().forEach(place -> {
            if (!template.contains("{{" + place + "}}")) {
                throw new IllegalStateException("the prompt " + name + " has no place for " + place);
            }
        });
        return matcher.appendTail(filled).toString();
    }

    private static String read(String name) {
        return ResourceTexts.read(Prompt.class, name + ".txt")
                .lines()
                .filter(line -> !line.startsWith("#:"))
                .reduce((before, line) -> before + '\n' + line)
                .orElse("")
                .strip();
    }
}
