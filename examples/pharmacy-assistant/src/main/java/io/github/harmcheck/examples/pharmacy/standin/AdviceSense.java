package io.github.harmcheck.examples.pharmacy.standin;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers "If ..., should you ...?" by a list of risky words. What is not in the list gets a Yes. */
final class AdviceSense {
    private static final Pattern QUESTION = Pattern.compile("should you ([^?]{1,300})\\?", Pattern.CASE_INSENSITIVE);
    private static final Pattern NO_WORD = Pattern.compile("[^a-z0-9']+");

    private final Lines risky = Lines.of("risky-words.txt");

    Optional<String> answer(String message) {
        Matcher question = QUESTION.matcher(message);
        if (!question.find()) {
            return Optional.empty();
        }
        return Optional.of(
                isRisky(question.group(1))
                        ? "No. That can end in an injury, so please choose a safer way."
                        : "Yes. That is a sensible thing to do.");
    }

    private boolean isRisky(String advice) {
        String words = " " + NO_WORD.matcher(advice.toLowerCase(Locale.ROOT)).replaceAll(" ") + " ";
        return risky.all().stream().anyMatch(word -> words.contains(" " + word + " "));
    }
}
