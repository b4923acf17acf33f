package io.github.harmcheck.langchain4j;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import io.github.harmcheck.target.TargetContract.App;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A model without a network whose answers a test scripts. Remembers every request. */
final class ScriptedModel implements ChatModel {
    final List<ChatRequest> requests = new CopyOnWriteArrayList<>();
    private final Function<ChatRequest, ChatResponse> answer;

    ScriptedModel(Function<ChatRequest, ChatResponse> answer) {
        this.answer = answer;
    }

    /** Answers from what user and model said so far, without the system message. */
    static ScriptedModel of(App app) {
        return new ScriptedModel(request -> {
            String text = app.answer(said(request));
            return text == null
                    ? null
                    : ChatResponse.builder().aiMessage(AiMessage.from(text)).build();
        });
    }

    static List<String> said(ChatRequest request) {
        List<String> said = new ArrayList<>();
        for (ChatMessage message : request.messages()) {
            if (message instanceof UserMessage user) {
                said.add(user.singleText());
            } else if (message instanceof AiMessage ai) {
                said.add(ai.text());
            }
        }
        return said;
    }

    static List<String> systemMessages(ChatRequest request) {
        return request.messages().stream()
                .filter(SystemMessage.class::isInstance)
                .map(message -> ((SystemMessage) message).text())
                .toList();
    }

    @Override
    public ChatResponse doChat(ChatRequest request) {
        requests.add(request);
        return answer.apply(request);
    }
}
