package io.github.harmcheck.attack;

import io.github.harmcheck.core.Behavior;

/**
 * Joins a behavior's context and the prompt an attack made of its request, as HarmBench (arXiv 2402.04249) does.
 *
 * @since 0.1.0
 */
public final class BehaviorPrompt {
    /** As HarmBench joins them for every method but ZeroShot. */
    private static final String SEPARATOR = "\n\n---\n\n";

    private BehaviorPrompt() {}

    /** Returns {@code context + "\n\n---\n\n" + prompt}, or the prompt alone where there is no context. */
    public static String withContext(Behavior behavior, String prompt) {
        String context = behavior.contextString();
        return context == null || context.isBlank() ? prompt : context + SEPARATOR + prompt;
    }
}
