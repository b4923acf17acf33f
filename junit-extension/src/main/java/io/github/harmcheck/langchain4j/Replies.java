package io.github.harmcheck.langchain4j;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.ChatResponseMetadata;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import io.github.harmcheck.core.ModelCall;
import io.github.harmcheck.core.Reply;
import io.github.harmcheck.core.ToolCall;
import io.github.harmcheck.core.Usage;
import io.github.harmcheck.target.NullReplyException;
import java.lang.reflect.InvocationTargetException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads a reply from langchain4j's response, as far as it says. */
final class Replies {
    private Replies() {}

    static Reply of(@Nullable ChatResponse response, @Nullable ChatRequestParameters defaults) {
        if (response == null || response.aiMessage() == null) {
            throw new NullReplyException();
        }
        String text =
                response.aiMessage().text() == null ? "" : response.aiMessage().text();
        Reply.Builder reply = builder(text, response.finishReason())
                .usage(usage(1, response.tokenUsage()))
                .model(model(response.metadata(), defaults));
        for (ToolExecutionRequest request : response.aiMessage().toolExecutionRequests()) {
            reply.toolCall(toolCall(request));
        }
        return reply.build();
    }

    /** Starts a reply; where a content filter ended it, what it had said is kept aside. */
    static Reply.Builder builder(String text, @Nullable FinishReason reason) {
        boolean filtered = reason == FinishReason.CONTENT_FILTER;
        return Reply.builder(filtered ? "" : text)
                .partialText(filtered && !text.isEmpty() ? text : null)
                .blockedBy(filtered ? BlockedBy.PROVIDER_FILTER : null)
                .finishReason(reason == null ? null : reason.name().toLowerCase(Locale.ROOT))
                .truncated(reason == FinishReason.LENGTH);
    }

    static ToolCall toolCall(ToolExecutionRequest request) {
        return new ToolCall(request.name(), request.arguments() == null ? "" : request.arguments());
    }

    static Usage usage(int calls, @Nullable TokenUsage tokens) {
        return tokens == null
                ? new Usage(calls, null, null)
                : new Usage(calls, count(tokens.inputTokenCount()), count(tokens.outputTokenCount()));
    }

    static @Nullable ModelCall model(
            @Nullable ChatResponseMetadata metadata, @Nullable ChatRequestParameters defaults) {
        String name = metadata == null ? null : metadata.modelName();
        if (name == null && defaults != null) {
            name = defaults.modelName();
        }
        Object seed = property(defaults, "seed");
        Object maxTokens = defaults == null ? null : defaults.maxOutputTokens();
        if (maxTokens == null) {
            maxTokens = property(defaults, "maxCompletionTokens");
        }
        ModelCall model = new ModelCall(
                name,
                systemFingerprint(metadata),
                defaults == null ? null : defaults.temperature(),
                defaults == null ? null : defaults.topP(),
                maxTokens instanceof Integer number ? number : null,
                seed instanceof Number number ? Long.valueOf(number.longValue()) : null);
        return model.equals(new ModelCall(null, null, null, null, null, null)) ? null : model;
    }

    static @Nullable String systemFingerprint(@Nullable ChatResponseMetadata metadata) {
        return property(metadata, "systemFingerprint") instanceof String text ? text : null;
    }

    /** Providers' own classes know more than langchain4j's common ones; we depend on none of them. */
    private static @Nullable Object property(@Nullable Object owner, String name) {
        if (owner == null) {
            return null;
        }
        try {
            return owner.getClass().getMethod(name).invoke(owner);
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            return null;
        }
    }

    private static @Nullable Long count(@Nullable Integer tokens) {
        return tokens == null ? null : Long.valueOf(tokens);
    }
}
