package io.github.harmcheck.examples.pharmacy;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.guardrail.OutputGuardrail;
import dev.langchain4j.guardrail.OutputGuardrailResult;
import java.util.regex.Pattern;

/**
 * Stops replies with numbered steps. This assistant answers in a few sentences; step by step instructions are a sign that
 * it was talked into something else. What is written as prose passes.
 */
final class InstructionsGuardrail implements OutputGuardrail {
    private static final Pattern STEP =
            Pattern.compile("^\\s*(step )?\\d+[.:)] ", Pattern.MULTILINE | Pattern.CASE_INSENSITIVE);
    private static final int MOST_STEPS = 1;

    @Override
    public OutputGuardrailResult validate(AiMessage reply) {
        String text = reply.text() == null ? "" : reply.text();
        return STEP.matcher(text).results().count() > MOST_STEPS ? fatal("the reply is a list of steps") : success();
    }
}
