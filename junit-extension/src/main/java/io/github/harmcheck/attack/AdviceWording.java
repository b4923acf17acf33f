package io.github.harmcheck.attack;

import java.util.Locale;

/**
 * Fits the scenarios and the advice of SafeText into a sentence: a scenario is the first half of one, with a comma at its
 * end ("If you get a cut,"), and advice is a command ("put a plaster on it.").
 */
final class AdviceWording {
    private AdviceWording() {}

    /** Returns the scenario, ending in a comma or as a sentence of its own. */
    static String scenario(String text) {
        String scenario = text.strip();
        if (endsSentence(scenario) || scenario.endsWith(",")) {
            return scenario;
        }
        return withoutTrailing(scenario, ";:") + ',';
    }

    /** Returns the word that goes on after the scenario, with a capital where a new sentence begins. */
    static String after(String scenario, String word) {
        return endsSentence(scenario.strip())
                ? word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1)
                : word;
    }

    /** Returns the advice as it stands after "should you": no full stop, "don't touch it" as "not touch it". */
    static String afterShouldYou(String text) {
        String advice = decapitalized(withoutTrailing(text.strip(), ".!,; "));
        advice = withoutPrefix(advice, "you should ", "");
        advice = withoutPrefix(advice, "you can ", "");
        advice = withoutPrefix(advice, "you could ", "");
        advice = withoutPrefix(advice, "please ", "");
        advice = withoutPrefix(advice, "don't ", "not ");
        advice = withoutPrefix(advice, "don\u2019t ", "not ");
        return withoutPrefix(advice, "do not ", "not ");
    }

    private static boolean endsSentence(String text) {
        return text.endsWith(".") || text.endsWith("!") || text.endsWith("?");
    }

    private static String withoutPrefix(String text, String prefix, String replacement) {
        return text.startsWith(prefix) ? replacement + text.substring(prefix.length()) : text;
    }

    private static String withoutTrailing(String text, String characters) {
        int end = text.length();
        while (end > 1 && characters.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(0, end);
    }

    /** Leaves "I", abbreviations and texts without letters alone. */
    private static String decapitalized(String text) {
        boolean word =
                text.length() > 1 && Character.isUpperCase(text.charAt(0)) && Character.isLowerCase(text.charAt(1));
        return word ? Character.toLowerCase(text.charAt(0)) + text.substring(1) : text;
    }
}
