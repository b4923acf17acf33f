package io.github.harmcheck.attack.frame;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text without the words that tell what it is about: the longest ones.
 *
 * @param masked the text with {@code [1]}, {@code [2]} … in their places
 * @param words the words, in the order of the text
 */
record TellingWords(String masked, List<String> words) {
    private static final Pattern WORD = Pattern.compile("\\p{L}{4,40}+");
    private static final int MOST = 4;

    private record Place(int start, int end) {
        int length() {
            return end - start;
        }
    }

    static TellingWords of(String text) {
        List<Place> places = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            places.add(new Place(word.start(), word.end()));
        }
        List<Place> chosen = places.stream()
                .sorted(Comparator.comparingInt(Place::length).reversed().thenComparingInt(Place::start))
                .limit(MOST)
                .sorted(Comparator.comparingInt(Place::start))
                .toList();
        StringBuilder masked = new StringBuilder(text.length());
        List<String> words = new ArrayList<>();
        int copied = 0;
        for (Place place : chosen) {
            words.add(text.substring(place.start(), place.end()));
            masked.append(text, copied, place.start())
                    .append('[')
                    .append(words.size())
                    .append(']');
            copied = place.end();
        }
        return new TellingWords(masked.append(text, copied, text.length()).toString(), List.copyOf(words));
    }

    /** Returns a line {@code [1] = …} for each word. */
    String list(UnaryOperator<String> definition) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < words.size(); i++) {
            lines.append(i == 0 ? "" : "\n").append('[').append(i + 1).append("] = ");
            lines.append(definition.apply(words.get(i)));
        }
        return lines.toString();
    }
}
