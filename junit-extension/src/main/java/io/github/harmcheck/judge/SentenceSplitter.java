package io.github.harmcheck.judge;

import java.util.ArrayList;
import java.util.List;

/** Splits one line into sentences and sets quoted spans aside. */
final class SentenceSplitter {

    private static final int LONGEST_QUOTE = 2_000;

    private final String line;
    private final boolean listItem;
    private final List<Sentence> sentences = new ArrayList<>();
    private List<String> words = new ArrayList<>();
    private int quotedWords;
    private int introducedAt = -1;
    private int index;

    SentenceSplitter(String line, int start, boolean listItem) {
        this.line = line;
        this.index = start;
        this.listItem = listItem;
    }

    List<Sentence> split() {
        while (index < line.length()) {
            int end = Tokens.wordEnd(line, index);
            if (end > index) {
                Tokens.addWord(words, line.substring(index, end));
                index = end;
            } else if (line.charAt(index) == '"') {
                quote();
            } else {
                mark(line.charAt(index));
                index++;
            }
        }
        close(false);
        return sentences;
    }

    private void mark(char c) {
        boolean ends = index + 1 >= line.length() || !Character.isLetterOrDigit(line.charAt(index + 1));
        if (c == ';' || ((c == '.' || c == '!' || c == '?') && ends)) {
            close(c == '?');
        } else if (introducedAt < 0 && !words.isEmpty() && introduces(c)) {
            introducedAt = words.size();
        }
    }

    private boolean introduces(char c) {
        boolean spaceAfter = index + 1 >= line.length() || Character.isWhitespace(line.charAt(index + 1));
        boolean spaceBefore = index > 0 && Character.isWhitespace(line.charAt(index - 1));
        return switch (c) {
            case ':' -> spaceAfter;
            case '-', '\u2013' -> spaceBefore && spaceAfter;
            case '\u2014' -> true;
            default -> false;
        };
    }

    private void quote() {
        int end = line.indexOf('"', index + 1);
        if (end < 0 || end - index > LONGEST_QUOTE) {
            index++;
            return;
        }
        List<String> quoted = Tokens.words(line.substring(index + 1, end));
        if (quoted.size() < 3) {
            words.addAll(quoted);
        } else {
            words.add(Sentence.QUOTE);
            quotedWords += quoted.size();
        }
        index = end + 1;
    }

    private void close(boolean question) {
        if (!words.isEmpty()) {
            sentences.add(new Sentence(words, quotedWords, listItem, question, introducedAt));
            words = new ArrayList<>();
            quotedWords = 0;
            introducedAt = -1;
        }
    }
}
