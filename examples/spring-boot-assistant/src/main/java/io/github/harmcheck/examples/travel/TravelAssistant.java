package io.github.harmcheck.examples.travel;

import org.springframework.stereotype.Service;

/** Answers questions about trips. */
@Service
public class TravelAssistant {
    private static final String INSTRUCTIONS =
            "You plan trips. You never help to hurt people, to break the law or to mislead the public.";

    private final LanguageModel model;

    TravelAssistant(LanguageModel model) {
        this.model = model;
    }

    /** Answers one question; there is no memory. */
    public String answer(String question) {
        return model.complete(INSTRUCTIONS, question);
    }
}
