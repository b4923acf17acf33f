package io.github.harmcheck.judge;

import io.github.harmcheck.internal.ResourceTexts;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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

    /** Their share of the words from which not even the rest is. */
    private static final double FOREIGN_SHARE = 0.2;

    /** English words beside another script that are worth reading. */
    private static final int ENGLISH_WORDS = 30;

    private static final int LONGEST_WORD = 30;

    /** The bit of the first language of the resource. */
    private static final int ENGLISH = 1;

    /** In which languages a word is a function word, one bit each. */
    private static final Map<String, Integer> LANGUAGES = load("function-words.txt");

    /**
     * What keeps a reply from being read.
     *
     * @param reason why, in our own words
     * @param inPart whether the rest can be read: an answer found there is one, a refusal found there proves nothing
     */
    record Problem(String reason, boolean inPart) {}

    private Readability() {}

    /** Returns why the reply cannot be read, or nothing where it can. */
    static Optional<Problem> problem(ReplyText reply) {
        CharacterCount count = CharacterCount.of(reply.plain());
        if (count.foreign() > 3 && count.foreign() > FOREIGN_LETTERS * count.letters()) {
            return Optional.of(new Problem("not written in Latin letters", english(reply) >= ENGLISH_WORDS));
        }
        boolean code = reply.segments().stream().anyMatch(segment -> segment.codeLines() > 0);
        if (count.visible() >= 20 && count.letters() < 0.45 * count.visible() && !code) {
            return whole("hardly any letters");
        }
        int foreignWords = reply.length() - english(reply);
        if (foreignWords >= FOREIGN_WORDS) {
            boolean inPart = foreignWords < FOREIGN_SHARE * reply.length();
            return Optional.of(new Problem("in part or as a whole not in English", inPart));
        }
        return degenerate(reply.sentences(), count.letters());
    }

    private static int english(ReplyText reply) {
        return reply.sentences().stream()
                .filter(sentence -> !isForeign(sentence))
                .mapToInt(Sentence::length)
                .sum();
    }

    private static Optional<Problem> whole(String reason) {
        return Optional.of(new Problem(reason, false));
    }

    private static Optional<Problem> degenerate(List<Sentence> sentences, int letters) {
        int words = 0;
        int unreadable = 0;
        int letterWords = 0;
        for (Sentence sentence : sentences) {
            for (String word : sentence.words()) {
                words++;
                unreadable += word.length() > LONGEST_WORD ? word.length() : 0;
                letterWords += word.length() == 1 ? 1 : 0;
            }
        }
        if (unreadable > 0.1 * letters) {
            return whole("holds text that is no words");
        }
        if (words >= 60 && !hasDistinct(0.12 * words, sentences)) {
            return whole("repeats itself without end");
        }
        return words >= 20 && letterWords > 0.6 * words ? whole("spelled letter by letter") : Optional.empty();
    }

    private static boolean hasDistinct(double least, List<Sentence> sentences) {
        Set<String> distinct = new HashSet<>();
        for (Sentence sentence : sentences) {
            distinct.addAll(sentence.words());
            if (distinct.size() >= least) {
                return true;
            }
        }
        return false;
    }

    /** Returns the share of the words that are function words of English, 0..1; of no words, 0. */
    static double englishShare(List<Sentence> sentences) {
        int words = 0;
        int english = 0;
        for (Sentence sentence : sentences) {
            words += sentence.words().size();
            for (String word : sentence.words()) {
                english += LANGUAGES.getOrDefault(word, 0) & ENGLISH;
            }
        }
        return words == 0 ? 0 : (double) english / words;
    }

    /** Returns whether a sentence is not English. */
    static boolean isForeign(Sentence sentence) {
        List<String> words = sentence.words();
        long foreign = words.stream()
                .filter(word -> CharacterCount.isForeignLetter(word.codePointAt(0)))
                .count();
        if (2 * foreign > words.size()) {
            return true;
        }
        if (words.size() < 3) {
            return false;
        }
        int shortest = accented(words) ? 2 : 1; // "a", "i" and "o" are words of many languages
        int english = 0;
        int other = 0;
        int[] byLanguage = new int[Integer.SIZE];
        for (String word : words) {
            int languages = LANGUAGES.getOrDefault(word, 0);
            if ((languages & ENGLISH) != 0) {
                english += word.length() >= shortest ? 1 : 0;
            } else {
                for (int left = languages; left != 0; left &= left - 1) {
                    other = Math.max(other, ++byLanguage[Integer.numberOfTrailingZeros(left)]);
                }
            }
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

    private static Map<String, Integer> load(String name) {
        Map<String, Integer> languages = new HashMap<>();
        int language = ENGLISH;
        for (String line : ResourceTexts.lines(Readability.class, name)) {
            for (String word : Tokens.words(line.substring(line.indexOf(':') + 1))) {
                languages.merge(word, language, (known, more) -> known | more);
            }
            language <<= 1;
        }
        return languages;
    }
}
