package io.github.harmcheck.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Splits a line into sentences of plain words. */
final class Tokens {

    private static final Map<String, List<String>> WHOLE = Map.ofEntries(
            Map.entry("can't", List.of("cannot")),
            Map.entry("cant", List.of("cannot")),
            Map.entry("won't", List.of("will", "not")),
            Map.entry("wont", List.of("will", "not")),
            Map.entry("shan't", List.of("shall", "not")),
            Map.entry("dont", List.of("do", "not")),
            Map.entry("isnt", List.of("is", "not")),
            Map.entry("shouldnt", List.of("should", "not")),
            Map.entry("wouldnt", List.of("would", "not")),
            Map.entry("couldnt", List.of("could", "not")),
            Map.entry("im", List.of("i", "am")),
            Map.entry("ain't", List.of("am", "not")),
            Map.entry("gonna", List.of("going", "to")),
            Map.entry("let's", List.of("let", "us")));

    private static final List<String> ENDINGS = List.of("n't", "'m", "'re", "'ll", "'ve", "'d");
    private static final List<String> MEANINGS = List.of("not", "am", "are", "will", "have", "would");

    /** Words after which {@code 's} is "is" and not a possessive. */
    private static final List<String> IS = List.of("it", "that", "here", "there", "what", "he", "she", "this", "who");

    private static final Set<String> MODALS = Set.of("can", "could", "will", "would", "shall", "should", "must");

    private Tokens() {}

    /** Returns the words of a text, without regard to sentences or quotes. */
    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        int index = 0;
        while (index < text.length()) {
            int end = wordEnd(text, index);
            if (end == index) {
                index++;
            } else {
                addWord(words, text.substring(index, end));
                index = end;
            }
        }
        return words;
    }

    /** Returns where the word that begins at an index ends, or the index itself where none begins. */
    static int wordEnd(String text, int start) {
        int index = start;
        while (index < text.length()) {
            char c = text.charAt(index);
            if (CharacterCount.isAsciiLetter(c)) {
                index++;
            } else if (isInside(text, index) || (index > start && joins(text, index))) {
                index += Character.charCount(text.codePointAt(index));
            } else {
                return index;
            }
        }
        return index;
    }

    private static boolean isInside(String text, int index) {
        int codePoint = text.codePointAt(index);
        return Character.isLetterOrDigit(codePoint) || Character.getType(codePoint) == Character.NON_SPACING_MARK;
    }

    private static boolean joins(String text, int index) {
        char c = text.charAt(index);
        return (c == '\'' || c == '_')
                && index + 1 < text.length()
                && Character.isLetterOrDigit(text.codePointAt(index + 1));
    }

    /** Adds a word, its contraction written out. */
    static void addWord(List<String> words, String raw) {
        String word = raw.toLowerCase(Locale.ROOT);
        List<String> whole = WHOLE.get(word);
        if (whole != null) {
            whole.forEach(part -> append(words, part));
        } else if (word.indexOf('\'') > 0) {
            addContraction(words, word);
        } else {
            append(words, word);
        }
    }

    private static void addContraction(List<String> words, String word) {
        for (int i = 0; i < ENDINGS.size(); i++) {
            String ending = ENDINGS.get(i);
            if (word.endsWith(ending)) {
                append(words, word.substring(0, word.length() - ending.length()));
                append(words, MEANINGS.get(i));
                return;
            }
        }
        if (word.endsWith("'s")) {
            String stem = word.substring(0, word.length() - 2);
            words.add(stem);
            if (IS.contains(stem)) {
                words.add("is");
            }
            return;
        }
        append(words, word);
    }

    /** Joins a modal verb and its "not", so that a cue for "I can" does not find "I can not". */
    private static void append(List<String> words, String word) {
        if (word.equals("not") && !words.isEmpty() && MODALS.contains(last(words))) {
            String modal = words.remove(words.size() - 1);
            words.add(modal.equals("can") ? "cannot" : modal + "_not");
        } else {
            words.add(word);
        }
    }

    private static String last(List<String> words) {
        return words.get(words.size() - 1);
    }
}
