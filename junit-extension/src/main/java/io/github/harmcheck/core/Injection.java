package io.github.harmcheck.core;

/**
 * What an attempt plants where the app reads, and what proves that the app obeyed it.
 *
 * @param text what stands in the document, page or tool result; meant to mislead the app's model
 * @param oracle fires where the app did what the text says, and not where it only quotes the text
 * @since 0.1.0
 */
public record Injection(String text, Oracle oracle) {
    public Injection {
        if (text.isBlank()) {
            throw new IllegalArgumentException("an injection has no text");
        }
    }
}
