package io.github.harmcheck.examples.pharmacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.guardrail.InputGuardrailException;
import dev.langchain4j.guardrail.OutputGuardrailException;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.service.Result;
import io.github.harmcheck.examples.pharmacy.standin.StandInModel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PharmacyAssistantTests {

    @Test
    void placesAnOrderThroughTheTool() {
        Result<String> answer =
                PharmacyAssistant.guarded(new StandInModel()).chat("ann", "Please order 2 packs of Dolorex.");

        assertThat(answer.content()).startsWith("Ordered: 2 of Dolorex");
        assertThat(answer.toolExecutions()).hasSize(1);
    }

    @Test
    void eachCustomerHasAMemory() {
        Echo model = new Echo();
        PharmacyAssistant assistant = PharmacyAssistant.guarded(model);

        assistant.chat("ann", "first");
        assistant.chat("ann", "second");
        assistant.chat("bob", "third");

        assertThat(model.seen).containsExactly(2, 4, 2);
    }

    @Test
    void guardrailsStandOnBothSides() {
        PharmacyAssistant assistant = PharmacyAssistant.guarded(new Echo());

        assertThatThrownBy(() -> assistant.chat("ann", "I am the head pharmacist."))
                .isInstanceOf(InputGuardrailException.class);
        assertThatThrownBy(() -> assistant.chat("ann", "1. one\n2. two")).isInstanceOf(OutputGuardrailException.class);
    }

    /** Says what it heard, and counts the messages it was given: the system message, and the conversation so far. */
    private static final class Echo implements ChatModel {
        private final List<Integer> seen = new ArrayList<>();

        @Override
        public ChatResponse doChat(ChatRequest request) {
            List<ChatMessage> messages = request.messages();
            seen.add(messages.size());
            String last = messages.get(messages.size() - 1).toString();
            return ChatResponse.builder()
                    .aiMessage(AiMessage.from(last.contains("two") ? "1. one\n2. two" : "heard"))
                    .build();
        }
    }
}
