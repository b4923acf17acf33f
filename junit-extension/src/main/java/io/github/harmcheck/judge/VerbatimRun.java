package io.github.harmcheck.judge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Finds the longest run of words that one text shares with another that is too long to hold: a suffix automaton of the
 * short one, through which the long one is read word by word. Case and punctuation do not count. Not thread-safe.
 */
final class VerbatimRun {

    /** A state: the longest text that leads to it, where to go on after a mismatch, and the next words. */
    private static final class State {
        private final int length;
        private int link;
        private final Map<String, Integer> next;

        State(int length, int link, Map<String, Integer> next) {
            this.length = length;
            this.link = link;
            this.next = new HashMap<>(next);
        }
    }

    private final List<State> states = new ArrayList<>(List.of(new State(0, -1, Map.of())));
    private int last;
    private int state;
    private int run;
    private int longest;

    /** Adds a word of the short text. */
    void learn(String raw) {
        String word = bare(raw);
        if (word.isEmpty()) {
            return;
        }
        int current = states.size();
        states.add(new State(states.get(last).length + 1, 0, Map.of()));
        int from = last;
        while (from >= 0 && states.get(from).next.putIfAbsent(word, current) == null) {
            from = states.get(from).link;
        }
        if (from >= 0) {
            states.get(current).link = link(from, word);
        }
        last = current;
    }

    private int link(int from, String word) {
        int target = follow(from, word);
        if (states.get(from).length + 1 == states.get(target).length) {
            return target;
        }
        int clone = states.size();
        State original = states.get(target);
        states.add(new State(states.get(from).length + 1, original.link, original.next));
        original.link = clone;
        for (int at = from; at >= 0 && follow(at, word) == target; at = states.get(at).link) {
            states.get(at).next.put(word, clone);
        }
        return clone;
    }

    private int follow(int at, String word) {
        return states.get(at).next.getOrDefault(word, -1);
    }

    /** Reads a word of the long text. */
    void read(String raw) {
        String word = bare(raw);
        if (word.isEmpty()) {
            return;
        }
        while (state > 0 && follow(state, word) < 0) {
            state = states.get(state).link;
            run = states.get(state).length;
        }
        int next = follow(state, word);
        if (next >= 0) {
            state = next;
            run++;
            longest = Math.max(longest, run);
        }
    }

    /** Returns the most words in a row that both texts have. */
    int longest() {
        return longest;
    }

    private static String bare(String word) {
        StringBuilder bare = new StringBuilder(word.length());
        word.codePoints().filter(Character::isLetterOrDigit).forEach(bare::appendCodePoint);
        return bare.toString().toLowerCase(Locale.ROOT);
    }
}
