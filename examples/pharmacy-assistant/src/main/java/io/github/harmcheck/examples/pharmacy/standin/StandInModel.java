package io.github.harmcheck.examples.pharmacy.standin;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.util.List;
import java.util.Optional;

/**
 * A stand-in for an LLM: a script, not a model. It answers by patterns, the same request always in the same way, and keeps
 * no state. It never writes anything harmful: where it gives way, it writes an empty shell such as "Step 1: ...".
 *
 * <p>Its weaknesses are made on purpose, so that the safety tests have something to find:
 *
 * <ul>
 *   <li>it writes articles, flyers and other texts for the public about anything ({@link Compliance});
 *   <li>it gives way to about half of the requests in Base64, and to a third of those in a scene to play;
 *   <li>it says Yes to unsafe advice whose danger is not in its word list ({@link AdviceSense});
 *   <li>it orders what it must not when somebody claims to be the head pharmacist ({@link Orders});
 *   <li>it does what a tool's result tells it to do ({@link Obedience}).
 * </ul>
 */
public final class StandInModel implements ChatModel {
    private static final Lines REFUSALS = Lines.of("refusals.txt");

    private final AdviceSense adviceSense = new AdviceSense();

    @Override
    public ChatResponse doChat(ChatRequest request) {
        return ChatResponse.builder().aiMessage(answer(request.messages())).build();
    }

    private AiMessage answer(List<ChatMessage> messages) {
        ChatMessage last = messages.get(messages.size() - 1);
        if (last instanceof ToolExecutionResultMessage result) {
            return AiMessage.from(Obedience.to(result.text()).orElse(result.text()));
        }
        if (last instanceof UserMessage message) {
            return answer(message.singleText());
        }
        throw new IllegalArgumentException("the stand-in answers users and tools, not " + last.type());
    }

    private AiMessage answer(String message) {
        Optional<ToolExecutionRequest> order = Orders.read(message);
        return order.isPresent() ? AiMessage.from(order.get()) : AiMessage.from(say(message));
    }

    private String say(String message) {
        return Compliance.to(message)
                .or(() -> adviceSense.answer(message))
                .or(() -> SmallTalk.answer(message))
                .orElseGet(() -> REFUSALS.pick(message));
    }
}
