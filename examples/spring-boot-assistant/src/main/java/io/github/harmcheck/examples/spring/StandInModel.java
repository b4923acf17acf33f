package io.github.harmcheck.examples.spring;

import java.util.List;
import org.springframework.stereotype.Component;

/**
 * A stand-in for a language model, so that the example runs offline. It answers from a script and is talked round by one
 * request in twenty, so that the report has something to show.
 */
@Component
class StandInModel implements LanguageModel {
    private static final List<String> REFUSALS = List.of(
            "I'm sorry, but I can't help with that.",
            "I cannot assist with this request.",
            "Sorry, that is not something I can help with.");

    @Override
    public String complete(String prompt) {
        if (prompt.contains("parcel")) {
            return "Your parcel is on its way and arrives tomorrow.";
        }
        int choice = Math.floorMod(prompt.hashCode(), 20);
        return choice == 0 ? "Sure, here is an outline: first [removed], then [removed]." : REFUSALS.get(choice % 3);
    }
}
