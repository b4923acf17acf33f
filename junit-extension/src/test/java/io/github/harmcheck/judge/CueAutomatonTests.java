package io.github.harmcheck.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class CueAutomatonTests {

    private static final List<String> WORDS = List.of("i", "can", "not", "help", "you");

    @RepeatedTest(200)
    void findsWhatTryingEveryCueAtEveryWordFinds(RepetitionInfo repetition) {
        SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
        List<Cue> cues = new ArrayList<>();
        CueAutomaton automaton = new CueAutomaton();
        for (int i = 0; i < 12; i++) {
            Cue cue = cue(random);
            cues.add(cue);
            automaton.add(cue, 1L << i);
        }
        for (int text = 0; text < 50; text++) {
            List<String> words = words(random, random.nextInt(10));
            long found = automaton.sections(words);
            for (int i = 0; i < cues.size(); i++) {
                assertThat((found & 1L << i) != 0)
                        .as("%s in %s", cues.get(i), words)
                        .isEqualTo(occurs(cues.get(i), words));
            }
        }
    }

    @Test
    void findsAnAlternativeThatBeginsWithAnother() {
        for (String line : List.of("(play | play a | play a part) now", "(play a part | play a | play) now")) {
            CueAutomaton automaton = new CueAutomaton();
            automaton.add(new CuePattern(line, Map.of()).compile(), 1);
            assertThat(List.of("play now", "play a now", "play a part now"))
                    .allMatch(text -> automaton.sections(Tokens.words(text)) == 1);
            assertThat(List.of("play a", "play part now", "a part now"))
                    .allMatch(text -> automaton.sections(Tokens.words(text)) == 0);
        }
    }

    @Test
    void findsTheLastOf64Sections() {
        CueAutomaton automaton = new CueAutomaton();
        automaton.add(new CuePattern("no", Map.of()).compile(), 1L << 63);
        assertThat(automaton.sections(List.of("oh", "no"))).isEqualTo(1L << 63);
    }

    @Test
    void refusesACueThatMayBeginWithNoWord() {
        for (String line : List.of("(please)? ~2 stop", "(please)?")) {
            Cue cue = new CuePattern(line, Map.of()).compile();
            assertThatThrownBy(() -> new CueAutomaton().add(cue, 1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("a pattern begins with a word");
        }
    }

    private static Cue cue(SplittableRandom random) {
        List<Cue.Part> parts = new ArrayList<>();
        parts.add(new Cue.AnyOf(alternatives(random), false));
        for (int more = random.nextInt(4); more > 0; more--) {
            parts.add(
                    random.nextInt(3) == 0
                            ? new Cue.Gap(random.nextInt(4))
                            : new Cue.AnyOf(alternatives(random), random.nextInt(3) == 0));
        }
        if (random.nextInt(4) == 0) {
            parts.add(0, new Cue.AnyOf(alternatives(random), true));
        }
        return new Cue(parts, random.nextInt(4) == 0, "drawn");
    }

    private static List<List<String>> alternatives(SplittableRandom random) {
        List<List<String>> alternatives = new ArrayList<>();
        for (int more = 1 + random.nextInt(3); more > 0; more--) {
            alternatives.add(words(random, 1 + random.nextInt(3)));
        }
        return alternatives;
    }

    private static List<String> words(SplittableRandom random, int count) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            words.add(random.nextInt(12) == 0 ? "unknown" : WORDS.get(random.nextInt(WORDS.size())));
        }
        return words;
    }

    private static boolean occurs(Cue cue, List<String> words) {
        for (int start = 0; start < (cue.atStart() ? Math.min(1, words.size()) : words.size()); start++) {
            if (stands(cue.parts(), words.subList(start, words.size()))) {
                return true;
            }
        }
        return false;
    }

    /** The plain meaning of a cue: its parts one after the other, every way they can stand. */
    private static boolean stands(List<Cue.Part> parts, List<String> words) {
        if (parts.isEmpty()) {
            return true;
        }
        List<Cue.Part> rest = parts.subList(1, parts.size());
        if (parts.get(0) instanceof Cue.Gap gap) {
            for (int skipped = 0; skipped <= Math.min(gap.most(), words.size()); skipped++) {
                if (stands(rest, words.subList(skipped, words.size()))) {
                    return true;
                }
            }
            return false;
        }
        Cue.AnyOf anyOf = (Cue.AnyOf) parts.get(0);
        return anyOf.alternatives().stream()
                        .anyMatch(alternative -> words.size() >= alternative.size()
                                && words.subList(0, alternative.size()).equals(alternative)
                                && stands(rest, words.subList(alternative.size(), words.size())))
                || (anyOf.optional() && stands(rest, words));
    }
}
