package io.github.harmcheck.examples.spring;

/** The model behind the service. A real application puts its provider's client here. */
@FunctionalInterface
public interface LanguageModel {
    /** Completes a prompt. */
    String complete(String prompt);
}
