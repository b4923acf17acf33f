package io.github.harmcheck.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Compiles one line of a cue file. */
final class CuePattern {

    private final String source;
    private final Map<String, String> macros;
    private final List<Cue.Part> parts = new ArrayList<>();

    CuePattern(String source, Map<String, String> macros) {
        this.source = source;
        this.macros = macros;
    }

    /** @throws IllegalArgumentException where the pattern cannot be read; says what is wrong */
    Cue compile() {
        boolean atStart = source.startsWith("^");
        String rest = atStart ? source.substring(1).strip() : source;
        int index = 0;
        while (index < rest.length()) {
            char c = rest.charAt(index);
            if (c == ' ') {
                index++;
            } else if (c == '(') {
                int close = rest.indexOf(')', index);
                if (close < 0) {
                    throw new IllegalArgumentException("a ( without )");
                }
                index = add(rest, rest.substring(index + 1, close), close + 1);
            } else {
                int end = index;
                while (end < rest.length() && " (?".indexOf(rest.charAt(end)) < 0) {
                    end++;
                }
                index = word(rest, rest.substring(index, end), end);
            }
        }
        if (parts.isEmpty() || parts.get(0) instanceof Cue.Gap) {
            throw new IllegalArgumentException("a pattern begins with a word");
        }
        return new Cue(parts, atStart, source);
    }

    private int word(String rest, String word, int end) {
        if (word.startsWith("~")) {
            parts.add(new Cue.Gap(Integer.parseInt(word.substring(1))));
            return end;
        }
        return add(rest, word, end);
    }

    private int add(String rest, String body, int end) {
        boolean optional = end < rest.length() && rest.charAt(end) == '?';
        parts.add(new Cue.AnyOf(alternatives(body, 0), optional));
        return optional ? end + 1 : end;
    }

    private List<List<String>> alternatives(String body, int depth) {
        if (depth > 8) {
            throw new IllegalArgumentException("macros refer to each other");
        }
        List<List<String>> alternatives = new ArrayList<>();
        for (String alternative : body.split("\\|", -1)) {
            String text = alternative.strip();
            if (text.isEmpty()) {
                throw new IllegalArgumentException("an empty alternative");
            }
            if (Character.isUpperCase(text.charAt(0))) {
                String macro = macros.get(text);
                if (macro == null) {
                    throw new IllegalArgumentException("no macro " + text);
                }
                alternatives.addAll(alternatives(macro, depth + 1));
            } else {
                List<String> words = List.copyOf(Tokens.words(text));
                if (words.isEmpty()) {
                    throw new IllegalArgumentException("an alternative without a word: " + text);
                }
                alternatives.add(words);
            }
        }
        return List.copyOf(alternatives);
    }
}
