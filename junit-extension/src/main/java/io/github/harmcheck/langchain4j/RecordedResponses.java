package io.github.harmcheck.langchain4j;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessageDeserializer;
import dev.langchain4j.data.message.ChatMessageSerializer;
import dev.langchain4j.exception.ContentFilteredException;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.ChatResponseMetadata;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Responses as they are recorded. A provider's content filter that shows as an exception is an outcome and no failure, so
 * it is recorded too, and thrown again.
 */
final class RecordedResponses {
    private static final int MOST_FILTER_TEXT = 2_000;

    private RecordedResponses() {}

    static Optional<Map<String, ?>> write(@Nullable ChatResponse response) {
        if (response == null || response.aiMessage() == null) {
            return Optional.empty();
        }
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("text", response.aiMessage().text());
        if (!isPlainText(response.aiMessage())) {
            map.put("message", ChatMessageSerializer.messageToJson(response.aiMessage()));
        }
        ChatResponseMetadata metadata = response.metadata();
        if (metadata != null) {
            map.put("id", metadata.id());
            map.put("model", metadata.modelName());
            map.put(
                    "finishReason",
                    metadata.finishReason() == null
                            ? null
                            : metadata.finishReason().name().toLowerCase(Locale.ROOT));
            map.put("systemFingerprint", Replies.systemFingerprint(metadata));
            tokens(map, metadata.tokenUsage());
        }
        return Optional.of(map);
    }

    private static boolean isPlainText(AiMessage message) {
        return !message.hasToolExecutionRequests()
                && message.thinking() == null
                && message.attributes().isEmpty();
    }

    private static void tokens(Map<String, @Nullable Object> map, @Nullable TokenUsage tokens) {
        if (tokens != null) {
            map.put("inputTokens", tokens.inputTokenCount());
            map.put("outputTokens", tokens.outputTokenCount());
            map.put("totalTokens", tokens.totalTokenCount());
        }
    }

    static Optional<Map<String, ?>> writeFailure(Throwable failure) {
        if (!BlockedBy.find(failure).filter(BlockedBy.PROVIDER_FILTER::equals).isPresent()) {
            return Optional.empty();
        }
        String text = String.valueOf(failure.getMessage());
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("contentFilter", text.length() > MOST_FILTER_TEXT ? text.substring(0, MOST_FILTER_TEXT) : text);
        if (failure instanceof HttpException http) {
            map.put("status", http.statusCode());
        }
        return Optional.of(map);
    }

    /** Returns the recorded response, or throws the recorded outcome of a content filter. */
    static ChatResponse play(Map<String, Object> recorded) {
        if (recorded.get("contentFilter") instanceof String filter) {
            throw recorded.get("status") instanceof Number status
                    ? new HttpException(status.intValue(), filter)
                    : new ContentFilteredException(filter);
        }
        AiMessage message = recorded.get("message") instanceof String json
                ? (AiMessage) ChatMessageDeserializer.messageFromJson(json)
                : AiMessage.builder().text((String) recorded.get("text")).build();
        return ChatResponse.builder()
                .aiMessage(message)
                .metadata(PlayedMetadata.of(recorded))
                .build();
    }

    static Optional<FinishReason> finishReason(Map<String, Object> recorded) {
        if (recorded.get("finishReason") instanceof String name) {
            for (FinishReason reason : FinishReason.values()) {
                if (reason.name().equalsIgnoreCase(name)) {
                    return Optional.of(reason);
                }
            }
        }
        return Optional.empty();
    }

    static Optional<TokenUsage> tokens(Map<String, Object> recorded) {
        Integer input = number(recorded.get("inputTokens"));
        Integer output = number(recorded.get("outputTokens"));
        Integer total = number(recorded.get("totalTokens"));
        return input == null && output == null && total == null
                ? Optional.empty()
                : Optional.of(new TokenUsage(input, output, total));
    }

    private static @Nullable Integer number(@Nullable Object value) {
        return value instanceof Number number ? Integer.valueOf(number.intValue()) : null;
    }
}
