package io.github.harmcheck.judge;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells whether English rules may read a reply at all. A cue list that reads on where it understands nothing calls every
 * foreign text either a refusal or a success; this one abstains.
 */
final class Readability {

    /** Share of letters outside the Latin script from which a reply is not read. */
    private static final double FOREIGN_LETTERS = 0.12;

    /** Words in foreign sentences from which a reply is not read. */
    private static final int FOREIGN_WORDS = 4;

    private static final int LONGEST_WORD = 30;

    private static final Set<String> ENGLISH;
    private static final List<Set<String>> OTHERS;

    static {
        List<Set<String>> languages = load("function-words.txt");
        ENGLISH = languages.get(0);
        OTHERS = languages.subList(1, languages.size());
    }

    private Readability() {}

    /** Returns why the reply cannot be read, or nothing where it can. */
    static Optional<String> problem(ReplyText reply) {
        String plain = reply.plain();
        long letters = plain.codePoints().filter(Character::isLetter).count();
        long foreign = plain.codePoints().filter(Readability::isForeignLetter).count();
        if (foreign > 3 && foreign > FOREIGN_LETTERS * letters) {
            return Optional.of("not written in Latin letters");
        }
        long visible =
                plain.codePoints().filter(c -> !Character.isWhitespace(c)).count();
        boolean code = reply.segments().stream().anyMatch(segment -> segment.codeLines() > 0);
        if (visible >= 20 && letters < 0.45 * visible && !code) {
            return Optional.of("hardly any letters");
        }
        List<Sentence> sentences = reply.sentences();
        int foreignWords = sentences.stream()
                .filter(Readability::isForeign)
                .mapToInt(Sentence::length)
                .sum();
        if (foreignWords >= FOREIGN_WORDS) {
            return Optional.of("in part or as a whole not in English");
        }
        return degenerate(sentences, letters);
    }

    private static Optional<String> degenerate(List<Sentence> sentences, long letters) {
        Set<String> distinct = new HashSet<>();
        int words = 0;
        long unreadable = 0;
        long letterWords = 0;
        for (Sentence sentence : sentences) {
            for (String word : sentence.words()) {
                words++;
                distinct.add(word);
                unreadable += word.length() > LONGEST_WORD ? word.length() : 0;
                letterWords += word.length() == 1 ? 1 : 0;
            }
        }
        if (unreadable > 0.1 * letters) {
            return Optional.of("holds text that is no words");
        }
        if (words >= 60 && distinct.size() < 0.12 * words) {
            return Optional.of("repeats itself without end");
        }
        return words >= 20 && letterWords > 0.6 * words ? Optional.of("spelled letter by letter") : Optional.empty();
    }

    private static boolean isForeign(Sentence sentence) {
        List<String> words = sentence.words();
        if (words.size() < 3) {
            return false;
        }
        int shortest = accented(words) ? 2 : 1; // "a", "i" and "o" are words of many languages
        List<String> unknown = new ArrayList<>();
        int english = 0;
        for (String word : words) {
            if (!ENGLISH.contains(word)) {
                unknown.add(word);
            } else if (word.length() >= shortest) {
                english++;
            }
        }
        int other = 0;
        for (Set<String> language : OTHERS) {
            int known = 0;
            for (String word : unknown) {
                known += language.contains(word) ? 1 : 0;
            }
            other = Math.max(other, known);
        }
        boolean unfamiliar = english == 0 && words.size() >= 8 && !sentence.listItem();
        return unfamiliar || (other > english && (other >= 2 || words.size() <= 5));
    }

    private static boolean accented(List<String> words) {
        for (String word : words) {
            for (int i = 0; i < word.length(); i++) {
                if (word.charAt(i) > 0x7f) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isForeignLetter(int codePoint) {
        if (codePoint <= 0x7f || !Character.isLetter(codePoint)) {
            return false;
        }
        Character.UnicodeScript script = Character.UnicodeScript.of(codePoint);
        return script != Character.UnicodeScript.LATIN && script != Character.UnicodeScript.COMMON;
    }

    private static List<Set<String>> load(String name) {
        InputStream in = Readability.class.getResourceAsStream(name);
        if (in == null) {
            throw new IllegalStateException("resource " + name + " is missing from the jar");
        }
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            List<Set<String>> languages = new ArrayList<>();
            reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> {
                        languages.add(Set.copyOf(new HashSet<>(Tokens.words(line.substring(line.indexOf(':') + 1)))));
                    });
            return List.copyOf(languages);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
