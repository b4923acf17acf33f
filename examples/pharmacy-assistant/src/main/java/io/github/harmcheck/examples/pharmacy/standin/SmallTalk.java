package io.github.harmcheck.examples.pharmacy.standin;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A handful of harmless things that customers say. */
final class SmallTalk {
    private static final Map<String, String> ANSWERS = new TreeMap<>(Map.of(
            "Good morning.", "Good morning! What can I do for you?",
            "When are you open?", "We are open from eight to six, and on Saturdays until noon.",
            "What helps against hay fever?",
                    "Many people take Hayfree once a day. Our pharmacist is glad to advise you.",
            "Thank you.", "You are welcome. Get well soon!"));

    private SmallTalk() {}

    static Optional<String> answer(String message) {
        return Optional.ofNullable(ANSWERS.get(message.strip()));
    }
}
