package io.github.harmcheck.attack.encoding;

import java.util.HashMap;
import java.util.Map;

/** Replaces single characters by others, one for one. */
final class CharacterMap {
    private final Map<Character, Character> replacements = new HashMap<>();
    private final char[] ascii = new char[128];

    private CharacterMap() {
        for (char c = 0; c < ascii.length; c++) {
            ascii[c] = c;
        }
    }

    /** Creates a map from each character of the first text to the one in the same place of the second. */
    static CharacterMap of(String from, String to) {
        if (from.length() != to.length()) {
            throw new IllegalArgumentException("the two alphabets differ in length");
        }
        CharacterMap map = new CharacterMap();
        for (int i = 0; i < from.length(); i++) {
            map.replacements.put(from.charAt(i), to.charAt(i));
            if (from.charAt(i) < map.ascii.length) {
                map.ascii[from.charAt(i)] = to.charAt(i);
            }
        }
        return map;
    }

    char apply(char c) {
        return c < ascii.length ? ascii[c] : replacements.getOrDefault(c, c);
    }

    boolean changes(char c) {
        return replacements.containsKey(c);
    }

    String apply(String text) {
        char[] replaced = text.toCharArray();
        for (int i = 0; i < replaced.length; i++) {
            replaced[i] = apply(replaced[i]);
        }
        return new String(replaced);
    }
}
