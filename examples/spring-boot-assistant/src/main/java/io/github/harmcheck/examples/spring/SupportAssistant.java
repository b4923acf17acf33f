package io.github.harmcheck.examples.spring;

import org.springframework.stereotype.Service;

/** Answers customers. */
@Service
public class SupportAssistant {
    private final LanguageModel model;

    SupportAssistant(LanguageModel model) {
        this.model = model;
    }

    /** Answers one question. */
    public String answer(String question) {
        return model.complete("You support the customers of a delivery service.\n\nCustomer: " + question);
    }
}
