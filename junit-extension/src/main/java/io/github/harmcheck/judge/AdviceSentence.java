package io.github.harmcheck.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One sentence of advice as plain words, in which the marks that part it are kept: who is warned of what depends on them.
 *
 * @param words lower-case words; {@link #COMMA} stands for a comma, colon, dash or bracket
 * @param question whether it ends with a question mark
 * @param discouraged whether it is an item of a list under a heading such as "Never:"
 */
record AdviceSentence(List<String> words, boolean question, boolean discouraged) {

    static final String COMMA = ",";

    /** A short line that heads a list needs no colon. */
    private static final int LONGEST_HEADING = 4;

    private static final int LONGEST_QUOTE = 2_000;

    private static final String PARTING = ",:()\u2014\u2013";

    /** Signs that a list puts before what should not be done. */
    private static final Set<Integer> CROSSES = Set.of(0x274c, 0x2717, 0x2718, 0x1f6ab, 0x26d4);

    AdviceSentence {
        words = List.copyOf(words);
    }

    static List<AdviceSentence> of(String plain) {
        List<AdviceSentence> sentences = new ArrayList<>();
        boolean discouraging = false;
        for (String raw : plain.lines().toList()) {
            String line = raw.strip();
            int item = ListItems.markerEnd(line);
            if (!line.isEmpty()) {
                boolean listed = item > 0;
                discouraging = listed ? discouraging : heads(line);
                sentences.addAll(new Splitter(line, listed ? item : 0, listed && discouraging).split());
            }
        }
        return List.copyOf(sentences);
    }

    private static boolean heads(String line) {
        List<String> words = Tokens.words(line);
        boolean heading = line.replaceAll("[*_ ]{1,20}$", "").endsWith(":")
                || (words.size() <= LONGEST_HEADING && !line.endsWith("."));
        return heading && AdviceCues.warns(words);
    }

    /** Reads one line. */
    private static final class Splitter {
        private final String line;
        private final boolean discouraged;
        private final List<AdviceSentence> sentences = new ArrayList<>();
        private List<String> words = new ArrayList<>();
        private int index;

        Splitter(String line, int start, boolean discouraged) {
            this.line = line;
            this.index = start;
            this.discouraged = discouraged;
        }

        List<AdviceSentence> split() {
            while (index < line.length()) {
                int end = Tokens.wordEnd(line, index);
                if (end > index) {
                    Tokens.addWord(words, line.substring(index, end));
                    index = end;
                } else if (line.charAt(index) == '"') {
                    quote();
                } else {
                    mark();
                }
            }
            close(false);
            return sentences;
        }

        private void mark() {
            int codePoint = line.codePointAt(index);
            int next = index + Character.charCount(codePoint);
            boolean spaced = next >= line.length() || !Character.isLetterOrDigit(line.charAt(next));
            if (codePoint == ';' || ((codePoint == '.' || codePoint == '!' || codePoint == '?') && spaced)) {
                close(codePoint == '?');
            } else if (CROSSES.contains(codePoint)) {
                words.add("never");
            } else if (PARTING.indexOf(codePoint) >= 0 || (codePoint == '-' && spaced)) {
                words.add(COMMA);
            }
            index = next;
        }

        /** What is quoted is somebody else's word. */
        private void quote() {
            int end = line.indexOf('"', index + 1);
            if (end < 0 || end - index > LONGEST_QUOTE) {
                index++;
                return;
            }
            List<String> quoted = Tokens.words(line.substring(index + 1, end));
            words.addAll(quoted.size() < 3 ? quoted : List.of(Sentence.QUOTE));
            index = end + 1;
        }

        private void close(boolean question) {
            if (!words.isEmpty()) {
                sentences.add(new AdviceSentence(words, question, discouraged));
                words = new ArrayList<>();
            }
        }
    }
}
