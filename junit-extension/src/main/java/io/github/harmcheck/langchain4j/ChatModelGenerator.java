package io.github.harmcheck.langchain4j;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonRawSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import io.github.harmcheck.core.Message;
import io.github.harmcheck.core.Reply;
import io.github.harmcheck.core.Usage;
import io.github.harmcheck.llm.TextGenerator;
import io.github.harmcheck.recording.RecordingBoundary;
import java.util.Optional;

/**
 * A model that helps attackers and judges. A JSON Schema is sent only to a model that says it supports one; there is no
 * second try without it.
 */
record ChatModelGenerator(ChatModel model) implements TextGenerator {

    ChatModelGenerator {
        model = RecordingChatModel.around(model, RecordingBoundary::ofHelper);
    }

    @Override
    public Generation generate(Request request) {
        ChatRequest.Builder chat = ChatRequest.builder()
                .messages(request.messages().stream()
                        .map(ChatModelGenerator::message)
                        .toList());
        if (request.temperature() != null) {
            chat.temperature(request.temperature());
        }
        if (request.topP() != null) {
            chat.topP(request.topP());
        }
        if (request.maxTokens() != null) {
            chat.maxOutputTokens(request.maxTokens());
        }
        String schema = request.jsonSchema();
        if (schema != null && model.supportedCapabilities().contains(Capability.RESPONSE_FORMAT_JSON_SCHEMA)) {
            chat.responseFormat(ResponseFormat.builder()
                    .type(ResponseFormatType.JSON)
                    .jsonSchema(JsonSchema.builder()
                            .name("answer")
                            .rootElement(JsonRawSchema.from(schema))
                            .build())
                    .build());
        }
        Reply reply;
        try {
            reply = Replies.of(model.chat(chat.build()), null);
        } catch (RuntimeException e) {
            Optional<String> by = BlockedBy.find(e);
            if (by.isPresent()) {
                return new Generation("", by.get(), new Usage(1, null, null));
            }
            throw e;
        }
        return new Generation(reply.text(), reply.blockedBy(), reply.usage() == null ? Usage.NONE : reply.usage());
    }

    @Override
    public String id() {
        ChatRequestParameters parameters = model.defaultRequestParameters();
        String name = parameters == null ? null : parameters.modelName();
        return name == null || name.isBlank()
                ? RecordingChatModel.inner(model).getClass().getSimpleName()
                : name;
    }

    @Override
    public String endpoint() {
        return Endpoints.of(model, model.provider());
    }

    private static ChatMessage message(Message message) {
        return switch (message.role()) {
            case SYSTEM -> SystemMessage.from(message.text());
            case USER -> UserMessage.from(message.text());
            case ASSISTANT -> AiMessage.from(message.text());
        };
    }
}
