package io.github.harmcheck.attack;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with placeholders such as <code>{request}</code>, taken apart once. Filling it is one pass: a placeholder that
 * stands in a filled-in text stays as it is. Immutable.
 *
 * @since 0.1.0
 */
public final class Template {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z][a-z0-9]*)}");

    private static final Pattern NEXT_TURN = Pattern.compile("\n~~~ next turn\n");

    private final String id;
    /** Text and placeholder names in turn, beginning and ending with text. */
    private final List<String> pieces;

    private Template(String id, List<String> pieces) {
        this.id = id;
        this.pieces = List.copyOf(pieces);
    }

    /** Takes a text apart. */
    public static Template of(String id, String text) {
        List<String> pieces = new ArrayList<>();
        Matcher matcher = PLACEHOLDER.matcher(text);
        int end = 0;
        while (matcher.find()) {
            pieces.add(text.substring(end, matcher.start()));
            pieces.add(matcher.group(1));
            end = matcher.end();
        }
        pieces.add(text.substring(end));
        return new Template(id, pieces);
    }

    /** Returns the id of the variant this template makes. */
    public String id() {
        return id;
    }

    /** Returns the names of the placeholders, in the order of their first place. */
    public Set<String> placeholders() {
        Set<String> names = new LinkedHashSet<>();
        for (int i = 1; i < pieces.size(); i += 2) {
            names.add(pieces.get(i));
        }
        return names;
    }

    /** Returns the turns of this template, taken apart at each line {@code ~~~ next turn}; one where there is none. */
    public List<Template> turns() {
        List<Template> turns = new ArrayList<>();
        List<String> turn = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            if (i % 2 == 1) {
                turn.add(pieces.get(i));
                continue;
            }
            List<String> texts = List.of(NEXT_TURN.split(pieces.get(i), -1));
            for (String text : texts.subList(0, texts.size() - 1)) {
                turn.add(text);
                turns.add(new Template(id, turn));
                turn.clear();
            }
            turn.add(texts.get(texts.size() - 1));
        }
        turns.add(new Template(id, turn));
        return List.copyOf(turns);
    }

    /** Returns the text with the values filled in; a placeholder without a value stays as it is written. */
    public String fill(Map<String, String> values) {
        int length = 0;
        for (int i = 0; i < pieces.size(); i++) {
            length += (i % 2 == 0 ? pieces.get(i) : valueOf(pieces.get(i), values)).length();
        }
        StringBuilder filled = new StringBuilder(length);
        for (int i = 0; i < pieces.size(); i++) {
            filled.append(i % 2 == 0 ? pieces.get(i) : valueOf(pieces.get(i), values));
        }
        return filled.toString();
    }

    private static String valueOf(String placeholder, Map<String, String> values) {
        String value = values.get(placeholder);
        return value == null ? '{' + placeholder + '}' : value;
    }
}
