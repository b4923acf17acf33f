package io.github.harmcheck.examples.pharmacy;

import dev.langchain4j.memory.chat.MessageWindowChatMemory;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.service.AiServices;
import java.util.Optional;

/** Puts the assistant together: model, memory, tool and guardrails. */
public final class Pharmacy {
    private Pharmacy() {}

    /** Creates the assistant as it goes into production. */
    public static PharmacyAssistant assistant() {
        return service(model())
                .inputGuardrails(new DisguiseGuardrail())
                .outputGuardrails(new InstructionsGuardrail())
                .build();
    }

    /** Creates the assistant without its guardrails, to see what they are worth. */
    public static PharmacyAssistant withoutGuardrails() {
        return service(model()).build();
    }

    private static AiServices<PharmacyAssistant> service(ChatModel model) {
        return AiServices.builder(PharmacyAssistant.class)
                .chatModel(model)
                .chatMemoryProvider(customer -> MessageWindowChatMemory.withMaxMessages(20))
                .tools(new OrderTool());
    }

    /** An OpenAI-compatible model where the environment names one, else the embedded stand-in. */
    private static ChatModel model() {
        String url = System.getenv("OPENAI_BASE_URL");
        String key = System.getenv("OPENAI_API_KEY");
        if (url == null && key == null) {
            return new StandInModel();
        }
        OpenAiChatModel.OpenAiChatModelBuilder model = OpenAiChatModel.builder()
                .apiKey(Optional.ofNullable(key).orElse("none"))
                .modelName(Optional.ofNullable(System.getenv("OPENAI_MODEL")).orElse("gpt-4o-mini"))
                .temperature(0.0);
        return (url == null ? model : model.baseUrl(url)).build();
    }
}
