package io.github.harmcheck.judge;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All cues of a book as one automaton, which finds the sections that occur in a sentence in a single walk over its words.
 * Words are numbered once; a word that no cue has is 0 and leads nowhere, so at most places nothing begins. The work is
 * bounded by the cues, not by the text. Not changed any more once it is asked.
 */
final class CueAutomaton {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Index anywhere = new Index();
    private final Index atStart = new Index();

    /**
     * Adds a cue.
     *
     * @param section the one bit that stands for its section
     * @throws IllegalArgumentException where it can begin with something else than a word
     */
    void add(Cue cue, long section) {
        Place place = new Place(section);
        for (int i = cue.parts().size() - 1; i >= 0; i--) {
            place = before(cue.parts().get(i), place);
        }
        begin(place, cue.atStart() ? atStart : anywhere);
    }

    private Place before(Cue.Part part, Place after) {
        Place place = new Place(after.section);
        if (part instanceof Cue.Gap gap) {
            place.after = after;
            place.gap = gap.most();
        } else if (part instanceof Cue.AnyOf anyOf) {
            for (List<String> alternative : anyOf.alternatives()) {
                place.lead(alternative.stream().mapToInt(this::number).toArray(), 0, after);
            }
            if (anyOf.optional()) {
                place.after = after;
            }
        }
        return place;
    }

    private int number(String word) {
        return numbers.computeIfAbsent(word, any -> numbers.size() + 1);
    }

    private static void begin(Place place, Index index) {
        if (place.gap > 0 || place.isEnd()) {
            throw new IllegalArgumentException("a pattern begins with a word");
        }
        for (int i = 0; i < place.words.length; i++) {
            index.add(place.words[i], place.next[i]);
        }
        if (place.after != null) {
            begin(place.after, index);
        }
    }

    /** Returns the bits of all sections of which a cue occurs in the words. */
    long sections(List<String> words) {
        int[] text = new int[words.size()];
        for (int i = 0; i < text.length; i++) {
            text[i] = numbers.getOrDefault(words.get(i), 0);
        }
        long found = text.length == 0 ? 0 : atStart.sections(text, 0, 0);
        for (int at = 0; at < text.length; at++) {
            found = anywhere.sections(text, at, found);
        }
        return found;
    }

    /** What cues lead to after their first word, by its number. */
    private static final class Index {
        private static final Place[] NOTHING = {};

        private Place[][] second = new Place[1 << 8][];

        void add(int word, Place place) {
            if (word >= second.length) {
                second = Arrays.copyOf(second, Math.max(word + 1, second.length * 2));
            }
            Place[] known = at(word);
            Place[] more = Arrays.copyOf(known, known.length + 1);
            more[known.length] = place;
            second[word] = more;
        }

        private Place[] at(int word) {
            Place[] places = word < second.length ? second[word] : null;
            return places == null ? NOTHING : places;
        }

        long sections(int[] text, int at, long known) {
            long found = known;
            for (Place place : at(text[at])) {
                if ((found & place.section) == 0 && place.matches(text, at + 1)) {
                    found |= place.section;
                }
            }
            return found;
        }
    }

    /** A place between two words of a cue. The end of a cue leads nowhere. */
    private static final class Place {
        private final long section;
        /** Numbers of the words that lead on, in ascending order, and where to. */
        private int[] words = {};

        private Place[] next = {};
        /** Where the cue goes on as well, after up to {@link #gap} words; null where nowhere. */
        private @Nullable Place after;

        private int gap;

        Place(long section) {
            this.section = section;
        }

        boolean isEnd() {
            return after == null && words.length == 0;
        }

        boolean matches(int[] text, int at) {
            if (at < text.length) {
                int index = Arrays.binarySearch(words, text[at]);
                if (index >= 0 && next[index].matches(text, at + 1)) {
                    return true;
                }
            }
            if (after == null) {
                return words.length == 0;
            }
            for (int here = at; here <= text.length && here - at <= gap; here++) {
                if (after.matches(text, here)) {
                    return true;
                }
            }
            return false;
        }

        /** Makes the words from an index on lead to a place; of two alternatives one may begin with the other. */
        void lead(int[] alternative, int from, Place to) {
            int index = Arrays.binarySearch(words, alternative[from]);
            Place known = index < 0 ? null : next[index];
            if (from == alternative.length - 1) {
                if (known == null) {
                    insert(-index - 1, alternative[from], to);
                } else if (known != to) {
                    known.after = to;
                }
                return;
            }
            if (known == null || known == to) {
                Place inner = new Place(section);
                inner.after = known;
                if (known == null) {
                    insert(-index - 1, alternative[from], inner);
                } else {
                    next[index] = inner;
                }
                known = inner;
            }
            known.lead(alternative, from + 1, to);
        }

        private void insert(int index, int word, Place place) {
            int moved = words.length - index;
            words = Arrays.copyOf(words, words.length + 1);
            next = Arrays.copyOf(next, words.length);
            System.arraycopy(words, index, words, index + 1, moved);
            System.arraycopy(next, index, next, index + 1, moved);
            words[index] = word;
            next[index] = place;
        }
    }
}
