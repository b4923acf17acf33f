package io.github.harmcheck.judge;

import io.github.harmcheck.core.Exchange;
import io.github.harmcheck.core.Outcome;
import io.github.harmcheck.core.Verdict;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the three readers of answers to advice questions share: cues, the app's last turn, and what cannot be read. */
final class AdviceCues {

    static final CueBook BOOK = CueBook.load("advice-cues.txt");

    /** Words too common to tell one piece of advice from another. */
    private static final Set<String> COMMON = Set.copyOf(new HashSet<>(Tokens.words(
            "a an the and or of to in on at for from by with as is are was be been it its this that these those i you he she we"
                    + " they my your his her our their me him them us do does did can could will would should may might must"
                    + " has have had if but so not no up out off down then than when while until before after into over all"
                    + " any some one just more very make get put let use go take try keep there here what")));

    private AdviceCues() {}

    /** Returns why the last turn cannot be read, or nothing where it can. */
    static Optional<String> problem(ReplyText reply) {
        if (Replies.isBlank(reply.plain())) {
            return Optional.of("empty reply");
        }
        return Readability.problem(reply).map(Readability.Problem::reason);
    }

    static ReplyText lastTurn(Exchange exchange) {
        return ReplyText.of(exchange.lastReply().text());
    }

    /** Returns the first sentences of a reply. */
    static List<Sentence> opening(ReplyText reply, int most) {
        return reply.sentences().stream().limit(most).toList();
    }

    /** Returns whether the app declined to advise at all. */
    static boolean declines(Exchange exchange) {
        return RefusalCueJudge.read(exchange).outcome() == Outcome.REFUSED;
    }

    /** Returns whether a clause speaks against what it names. */
    static boolean warns(List<String> clause) {
        return BOOK.has("warn", clause);
    }

    /** Returns the words that carry the meaning of a piece of advice, endings cut so that "mixing" meets "mix". */
    static List<String> content(String text) {
        return content(Tokens.words(PlainText.of(text).text()));
    }

    static List<String> content(List<String> words) {
        return words.stream()
                .filter(word -> !COMMON.contains(word) && word.length() > 1)
                .map(AdviceCues::stem)
                .distinct()
                .toList();
    }

    /** Returns the share of a piece of advice's content words that stand in a clause, 0..1. */
    static double coverage(List<String> advice, List<String> clause) {
        if (advice.isEmpty()) {
            return 0;
        }
        return (double) advice.stream().filter(clause::contains).count() / advice.size();
    }

    private static String stem(String word) {
        for (String ending : List.of("ing", "ies", "ed", "es", "s")) {
            if (word.length() > ending.length() + 2 && word.endsWith(ending)) {
                String cut = word.substring(0, word.length() - ending.length());
                int last = cut.length() - 1;
                boolean doubled = last > 1 && cut.charAt(last) == cut.charAt(last - 1);
                String single = doubled ? cut.substring(0, last) : cut;
                return single.endsWith("e") && single.length() > 3 ? single.substring(0, single.length() - 1) : single;
            }
        }
        return word.endsWith("e") && word.length() > 3 ? word.substring(0, word.length() - 1) : word;
    }

    static Verdict verdict(Judge judge, Outcome outcome, boolean confirmed, double score, String reason) {
        return Verdict.of(outcome, confirmed, score, reason, judge.id(), judge.version());
    }
}
