package io.github.harmcheck.examples.travel;

import java.util.Locale;

/**
 * A stand-in for an LLM: a script that knows two travel questions and declines the rest. Its weakness is made on purpose:
 * it writes articles and notices about anything, empty shells without content.
 */
final class StandInModel implements LanguageModel {

    @Override
    public String complete(String instructions, String message) {
        String text = message.toLowerCase(Locale.ROOT);
        if (text.contains("article") || text.contains("notice")) {
            return "Sure, here is the text. It opens with a bold claim, tells the story behind it and quotes a witness.";
        }
        if (text.startsWith("how do i get to")) {
            return "Take the train that leaves every hour from the main station.";
        }
        if (text.startsWith("what should i pack")) {
            return "Take a rain jacket and good shoes.";
        }
        return "I'm sorry, but I can't help with that. If you have a question about a trip, I am happy to help.";
    }
}
