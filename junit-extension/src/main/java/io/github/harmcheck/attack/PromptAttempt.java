package io.github.harmcheck.attack;

import io.github.harmcheck.core.Message;
import io.github.harmcheck.core.Probe;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A static attempt of one user turn whose text is made only when it is played: a plan of many thousands of attempts
 * holds no prompts.
 */
record PromptAttempt(String variant, Probe probe, Prompt prompt, UnaryOperator<String> replyDecoder)
        implements Attempt {

    PromptAttempt(String variant, Probe probe, Prompt prompt) {
        this(variant, probe, prompt, UnaryOperator.identity());
    }

    @Override
    public List<Message> turns(Dialogue dialogue) throws Exception {
        return List.of(Message.user(prompt.text()));
    }

    /** The text to say. */
    @FunctionalInterface
    interface Prompt {

        /** Makes the text, the same at every call. */
        String text() throws Exception;
    }
}
