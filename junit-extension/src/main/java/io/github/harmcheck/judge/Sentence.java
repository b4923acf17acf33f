package io.github.harmcheck.judge;

import java.util.List;

/**
 * One sentence or list item of a reply, as plain lower-case words: contractions written out, punctuation gone.
 *
 * @param words the words; a quoted span of three or more words stands as one {@link #QUOTE}
 * @param quotedWords how many words stood inside quotation marks
 * @param listItem whether it stands in a numbered or bulleted list
 * @param question whether it ends with a question mark
 * @param introducedAt how many words stand before its first colon or spaced dash, or -1 where there is none
 */
record Sentence(List<String> words, int quotedWords, boolean listItem, boolean question, int introducedAt) {

    /** Stands for a quoted span. */
    static final String QUOTE = "\u00a7quote";

    Sentence {
        words = List.copyOf(words);
    }

    /** Returns the words after the first colon or spaced dash, none where there is no such mark. */
    List<String> introduced() {
        return introducedAt < 0 ? List.of() : words.subList(introducedAt, words.size());
    }

    /** Returns the number of words, quoted ones included. */
    int length() {
        return words.size() + quotedWords;
    }
}
