package io.github.harmcheck.core;

import org.jspecify.annotations.Nullable;

/**
 * Which model answered, with which settings, as far as the adapter can know; a value it cannot know is null, never
 * guessed.
 *
 * @param name the provider's model name
 * @param fingerprint the provider's fingerprint of the serving system
 * @param temperature sampling temperature
 * @param topP nucleus sampling share, 0..1
 * @param maxTokens limit of the reply in tokens
 * @param seed the provider's sampling seed
 * @since 0.1.0
 */
public record ModelCall(
        @Nullable String name,
        @Nullable String fingerprint,
        @Nullable Double temperature,
        @Nullable Double topP,
        @Nullable Integer maxTokens,
        @Nullable Long seed) {}
