package io.github.harmcheck.langchain4j;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.Content;
import dev.langchain4j.data.message.ImageContent;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import io.github.harmcheck.core.Image;
import io.github.harmcheck.core.Message;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The messages of one conversation with a bare model. A turn is part of it only once it was answered. */
final class ChatHistory {
    private static final String NOT_RUN = "This tool is not available.";

    private final List<ChatMessage> messages = new ArrayList<>();

    ChatHistory(@Nullable String systemMessage) {
        if (systemMessage != null) {
            messages.add(SystemMessage.from(systemMessage));
        }
    }

    /** Returns the messages to send for one more turn. */
    List<ChatMessage> with(Message turn) {
        List<ChatMessage> next = new ArrayList<>(messages);
        next.add(userMessage(turn));
        return next;
    }

    /**
     * Keeps an answered turn. Nobody runs tools for a bare model, so each of its requests is answered with that: without
     * an answer providers refuse the next turn.
     */
    void keep(Message turn, AiMessage answer) {
        messages.add(userMessage(turn));
        messages.add(answer);
        for (ToolExecutionRequest request : answer.toolExecutionRequests()) {
            messages.add(ToolExecutionResultMessage.from(request, NOT_RUN));
        }
    }

    private static UserMessage userMessage(Message turn) {
        List<Content> contents = new ArrayList<>();
        contents.add(TextContent.from(UserTexts.of(turn)));
        for (Image image : turn.images()) {
            byte[] bytes =
                    image.bytes().orElseThrow(() -> new IllegalArgumentException(image + " has no bytes to send"));
            contents.add(ImageContent.from(Base64.getEncoder().encodeToString(bytes), image.mimeType()));
        }
        return UserMessage.from(contents);
    }
}
