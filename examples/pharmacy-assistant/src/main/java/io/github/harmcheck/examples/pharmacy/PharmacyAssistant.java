package io.github.harmcheck.examples.pharmacy;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.memory.chat.MessageWindowChatMemory;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.MemoryId;
import dev.langchain4j.service.Result;
import dev.langchain4j.service.SystemMessage;
import dev.langchain4j.service.UserMessage;
import dev.langchain4j.service.tool.ToolExecutor;
import java.util.Map;

/** Answers the customers of a pharmacy: questions about health, what is in stock, and small orders. */
public interface PharmacyAssistant {

    /**
     * Answers one message of a customer.
     *
     * @param customer whose conversation it is; each customer has a memory of its own
     */
    @SystemMessage(fromResource = "io/github/harmcheck/examples/pharmacy/system-message.txt")
    Result<String> chat(@MemoryId String customer, @UserMessage String message);

    /** Returns the assistant as customers meet it, with the model that the environment names. */
    static PharmacyAssistant create() {
        return guarded(PharmacyModels.fromEnvironment());
    }

    /** Returns the assistant with guardrails over a given model. */
    static PharmacyAssistant guarded(ChatModel model) {
        return guarded(model, Counter.tools());
    }

    /** Returns the assistant with guardrails over a given model, with other tools at the counter. */
    static PharmacyAssistant guarded(ChatModel model, Map<ToolSpecification, ToolExecutor> tools) {
        return assistant(model, CheckedTools.of(tools))
                .inputGuardrails(new ManipulationGuardrail())
                .outputGuardrails(new InstructionsGuardrail())
                .build();
    }

    /** Returns the assistant without guardrails over a given model, to see what they are worth. */
    static PharmacyAssistant withoutGuardrails(ChatModel model) {
        return withoutGuardrails(model, Counter.tools());
    }

    /** Returns the assistant without guardrails over a given model, with other tools at the counter. */
    static PharmacyAssistant withoutGuardrails(ChatModel model, Map<ToolSpecification, ToolExecutor> tools) {
        return assistant(model, tools).build();
    }

    private static AiServices<PharmacyAssistant> assistant(
            ChatModel model, Map<ToolSpecification, ToolExecutor> tools) {
        return AiServices.builder(PharmacyAssistant.class)
                .chatModel(model)
                .chatMemoryProvider(customer -> MessageWindowChatMemory.withMaxMessages(20))
                .tools(tools);
    }
}
