package io.github.harmcheck.examples.travel;

/** The model behind the assistant. An app would call its provider here. */
@FunctionalInterface
interface LanguageModel {
    String complete(String instructions, String message);
}
