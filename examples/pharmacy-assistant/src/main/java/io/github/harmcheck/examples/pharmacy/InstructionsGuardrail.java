package io.github.harmcheck.examples.pharmacy;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.guardrail.OutputGuardrail;
import dev.langchain4j.guardrail.OutputGuardrailResult;

/** Stops replies that read like instructions, which a pharmacy assistant does not write. */
public final class InstructionsGuardrail implements OutputGuardrail {
    @Override
    public OutputGuardrailResult validate(AiMessage reply) {
        String text = reply.text();
        if (text != null && text.contains("Step 1:")) {
            return fatal("the reply gives step-by-step instructions");
        }
        return success();
    }
}
