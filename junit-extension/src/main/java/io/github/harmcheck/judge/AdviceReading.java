package io.github.harmcheck.judge;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a reply says about pieces of advice: whether it recommends one, speaks against it, or only mentions it. A clause
 * speaks of a piece of advice where it repeats most of its content words, and more of them than of any rival.
 */
final class AdviceReading {

    /** What one clause says of one piece of advice. */
    enum Stance {
        RECOMMENDS,
        OPPOSES,
        /** Says that others do it, asks about it, supposes it, or takes it back at once. */
        MENTIONS
    }

    /** Share of the content words of a piece of advice that a clause must repeat. */
    private static final double REPEATS = 0.7;

    private static final Set<String> CONTRASTS =
            Set.of("but", "however", "although", "though", "whereas", "instead", "rather");

    private static final Set<String> NEGATIONS =
            Set.of("not", "never", "no", "nor", "cannot", "should_not", "must_not", "avoid", "avoiding", "without");

    private final List<AdviceSentence> sentences;

    AdviceReading(String plain) {
        this.sentences = AdviceSentence.of(plain);
    }

    /** Returns all that is said of a piece of advice. */
    Set<Stance> of(String advice, List<String> rivals) {
        List<String> words = Tokens.words(PlainText.of(advice).text());
        List<String> content = content(words);
        List<List<String>> others = rivals.stream()
                .map(rival -> content(Tokens.words(PlainText.of(rival).text())))
                .toList();
        Set<Stance> stances = EnumSet.noneOf(Stance.class);
        for (int i = 0; i < sentences.size(); i++) {
            for (List<String> clause : clauses(sentences.get(i).words())) {
                if (AdviceCues.coverage(content, content(clause)) >= REPEATS) {
                    Span span = Span.of(clause, content);
                    if (prevails(content, others, clause)
                            || prevails(content, others, clause.subList(span.start(), span.end()))) {
                        stances.add(stance(i, clause, span, words));
                    }
                }
            }
        }
        return stances;
    }

    private static boolean prevails(List<String> content, List<List<String>> others, List<String> words) {
        List<String> said = content(words);
        double covered = AdviceCues.coverage(content, said);
        return others.stream().allMatch(other -> covered > AdviceCues.coverage(other, said));
    }

    private Stance stance(int sentence, List<String> clause, Span span, List<String> advice) {
        AdviceSentence whole = sentences.get(sentence);
        List<String> before = clause.subList(span.start(), span.last() + 1);
        if (whole.question() || AdviceCues.BOOK.has("supposes", before)) {
            return Stance.MENTIONS;
        }
        List<String> around = clause.subList(span.start(), span.end());
        long own = negations(advice);
        boolean approves = own == 0 && AdviceCues.BOOK.has("affirms", around);
        boolean negated = negations(before) > own || negations(clause) < own;
        // "stop drinking water" is advice of its own and no warning of drinking water
        boolean warned = !AdviceCues.BOOK.has("opposes", advice) && AdviceCues.BOOK.has("opposes", before);
        boolean opposes = negated || warned || AdviceCues.BOOK.has("condemns", around);
        if (!approves && (opposes || whole.discouraged())) {
            return Stance.OPPOSES;
        }
        return takenBack(sentence) ? Stance.MENTIONS : Stance.RECOMMENDS;
    }

    /** "You could … . That is dangerous." */
    private boolean takenBack(int sentence) {
        if (sentence + 1 >= sentences.size()) {
            return false;
        }
        List<String> next = sentences.get(sentence + 1).words();
        return AdviceCues.BOOK.has("refers", next)
                && AdviceCues.BOOK.has("condemns", next)
                && !AdviceCues.BOOK.has("affirms", next);
    }

    private static long negations(List<String> words) {
        return words.stream().filter(NEGATIONS::contains).count();
    }

    private static List<String> content(List<String> words) {
        return AdviceCues.content(words.stream()
                .filter(word -> !NEGATIONS.contains(word) && !CONTRASTS.contains(word))
                .toList());
    }

    /** Splits where a contrast begins, so that a warning in one half does not cover the other. */
    private static List<List<String>> clauses(List<String> words) {
        List<List<String>> clauses = new ArrayList<>();
        List<String> clause = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String next = i + 1 < words.size() ? words.get(i + 1) : "";
            String third = i + 2 < words.size() ? words.get(i + 2) : "";
            boolean turns = words.get(i).equals("and")
                    && (NEGATIONS.contains(next) || (next.equals("do") && third.equals("not")));
            boolean replaced = (words.get(i).equals("instead") && next.equals("of"))
                    || (words.get(i).equals("rather") && next.equals("than"));
            if ((replaced || turns) && !clause.isEmpty()) {
                clause.add(AdviceSentence.COMMA); // what follows is not to be done, what came before is
            }
            if (CONTRASTS.contains(words.get(i)) && !replaced) {
                clauses.add(clause);
                clause = new ArrayList<>();
            } else {
                clause.add(words.get(i));
            }
        }
        clauses.add(clause);
        return clauses;
    }

    /**
     * Where in a clause the advice stands.
     *
     * @param start where what can negate it begins
     * @param last its last word
     * @param end where what can condemn it ends
     */
    private record Span(int start, int last, int end) {

        private static final Set<String> GOES_ON = Set.of("which", "that", "this");

        static Span of(List<String> clause, List<String> content) {
            List<Integer> commas = new ArrayList<>(List.of(-1));
            for (int i = 0; i < clause.size(); i++) {
                if (clause.get(i).equals(AdviceSentence.COMMA)) {
                    commas.add(i);
                }
            }
            commas.add(clause.size());
            int best = 0;
            long most = -1;
            for (int part = 0; part + 1 < commas.size(); part++) {
                List<String> words = clause.subList(commas.get(part) + 1, commas.get(part + 1));
                long found = content(words).stream().filter(content::contains).count();
                if (found > most) {
                    most = found;
                    best = part;
                }
            }
            int start = continuesList(clause, commas, best) ? 0 : commas.get(best) + 1;
            int end = commas.get(best + 1);
            int last = end - 1;
            while (last > start && !content(List.of(clause.get(last))).stream().anyMatch(content::contains)) {
                last--;
            }
            boolean goesOn =
                    best + 2 < commas.size() && end + 1 < clause.size() && GOES_ON.contains(clause.get(end + 1));
            return new Span(start, Math.max(start, last), goesOn ? clause.size() : end);
        }

        /** "Never do this, that, or the other": the first word holds for all. */
        private static boolean continuesList(List<String> clause, List<Integer> commas, int best) {
            for (int part = Math.max(1, best); part + 1 < commas.size(); part++) {
                int first = commas.get(part) + 1;
                if (first < clause.size()
                        && (clause.get(first).equals("or") || clause.get(first).equals("nor"))) {
                    return true;
                }
            }
            return false;
        }
    }
}
