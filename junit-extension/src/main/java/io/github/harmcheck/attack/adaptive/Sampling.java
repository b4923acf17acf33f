package io.github.harmcheck.attack.adaptive;

import org.jspecify.annotations.Nullable;

/**
 * How the helper model is to write.
 *
 * @param temperature 0 and more
 * @param topP nucleus sampling share, or null for the model's default
 * @param maxTokens longest answer in tokens
 */
record Sampling(double temperature, @Nullable Double topP, int maxTokens) {
    static Sampling of(double temperature, int maxTokens) {
        return new Sampling(temperature, null, maxTokens);
    }
}
