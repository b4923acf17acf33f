package io.github.harmcheck.attack.encoding;

import io.github.harmcheck.internal.ResourceTexts;
import java.util.Locale;
import java.util.Set;

/**
 * Tells readable English from its encoded form by its commonest words, in {@code common-words.txt}. About every second
 * word of an English sentence is one of them, and next to none of an encoded one. Thread-safe.
 *
 * @since 0.1.0
 */
public final class EnglishWords {
    /** The longest common word, so that longer runs need no look-up. */
    private static final int LONGEST = 12;

    private EnglishWords() {}

    /**
     * What speaks for a text being readable.
     *
     * @param words how many words it has
     * @param common how many of them are common English words
     */
    record Evidence(int words, int common) {

        /** Returns whether so many words are common that the text is English beyond chance. */
        boolean english() {
            return common > 0 && common * 5 >= words;
        }
    }

    /** Counts the words of a text: runs of letters, apostrophes inside included. */
    static Evidence evidence(String text) {
        int words = 0;
        int common = 0;
        int i = 0;
        while (i < text.length()) {
            if (!Character.isLetter(text.charAt(i))) {
                i++;
                continue;
            }
            int start = i;
            while (i < text.length() && isInside(text, i)) {
                i++;
            }
            words++;
            if (i - start <= LONGEST && isCommon(text.substring(start, i))) {
                common++;
            }
        }
        return new Evidence(words, common);
    }

    /** Returns whether a single word is a common one. */
    public static boolean isCommon(String word) {
        return Common.WORDS.contains(word.toLowerCase(Locale.ROOT).replace('\u2019', '\''));
    }

    private static boolean isInside(String text, int i) {
        char c = text.charAt(i);
        if (Character.isLetter(c)) {
            return true;
        }
        return (c == '\'' || c == '\u2019') && i + 1 < text.length() && Character.isLetter(text.charAt(i + 1));
    }

    /** Read when first used. */
    private static final class Common {
        static final Set<String> WORDS = Set.copyOf(ResourceTexts.lines(EnglishWords.class, "common-words.txt"));
    }
}
