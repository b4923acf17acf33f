package io.github.harmcheck.langchain4j;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.content.ContentMetadata;
import dev.langchain4j.service.AiServiceContext;
import dev.langchain4j.service.Result;
import dev.langchain4j.service.memory.ChatMemoryAccess;
import dev.langchain4j.service.tool.ToolExecution;
import io.github.harmcheck.core.AttemptKey;
import io.github.harmcheck.core.Message;
import io.github.harmcheck.core.Reply;
import io.github.harmcheck.core.ToolCall;
import io.github.harmcheck.internal.Hashes;
import io.github.harmcheck.target.Conversation;
import io.github.harmcheck.target.NullReplyException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One dialogue with an AI service, under a memory id of its own. */
final class AiServiceConversation implements Conversation {
    private final AiServiceTarget target;
    private final @Nullable Object memoryId;

    AiServiceConversation(AiServiceTarget target, AttemptKey key) {
        this.target = target;
        this.memoryId = target.method().memoryIdIndex() < 0
                ? null
                : MemoryIds.fresh(target.method().memoryIdType(), key);
    }

    @Override
    public Reply say(Message message) throws Exception {
        Method method = target.method().method();
        Object[] arguments = new Object[method.getParameterCount()];
        arguments[target.method().messageIndex()] = UserTexts.of(message);
        if (memoryId != null) {
            arguments[target.method().memoryIdIndex()] = memoryId;
        }
        Object answer;
        List<ToolCall> calls = ToolCallLog.begin();
        try {
            answer = method.invoke(target.service(), arguments);
        } catch (InvocationTargetException e) {
            return blockedOrThrow(e, calls);
        } finally {
            ToolCallLog.end();
        }
        if (answer instanceof Result<?> result) {
            return reply(result);
        }
        if (answer instanceof String text) {
            return with(Reply.builder(text), calls);
        }
        throw new NullReplyException();
    }

    private static Reply with(Reply.Builder reply, List<ToolCall> calls) {
        calls.forEach(reply::toolCall);
        return reply.build();
    }

    /** A chat memory holds the user's message before the model has answered it. */
    @Override
    public boolean forgetsFailedTurns() {
        return memoryId == null;
    }

    /** Lets the memory go: a campaign opens thousands, and the service keeps each of them. */
    @Override
    public void close() {
        if (memoryId == null) {
            return;
        }
        if (target.service() instanceof ChatMemoryAccess access) {
            access.evictChatMemory(memoryId);
        } else {
            target.context()
                    .filter(AiServiceContext::hasChatMemory)
                    .ifPresent(context -> context.chatMemoryService.evictChatMemory(memoryId));
        }
    }

    /** A tool that ran before a guardrail stopped the answer has run. */
    private static Reply blockedOrThrow(InvocationTargetException e, List<ToolCall> calls) throws Exception {
        Throwable thrown = e.getCause();
        if (thrown instanceof Exception exception) {
            Optional<String> by = BlockedBy.find(exception);
            if (by.isPresent()) {
                return with(Reply.builder("").blockedBy(by.get()), calls);
            }
            throw exception;
        }
        if (thrown instanceof Error error) {
            throw error;
        }
        throw e;
    }

    private Reply reply(Result<?> result) {
        boolean toolsOnly = result.content() == null
                && result.toolExecutions() != null
                && !result.toolExecutions().isEmpty();
        if (result.content() == null && !toolsOnly) {
            throw new NullReplyException();
        }
        String text = result.content() == null ? "" : (String) result.content();
        int calls = 1
                + (result.intermediateResponses() == null
                        ? 0
                        : result.intermediateResponses().size());
        Reply.Builder reply = Replies.builder(text, result.finishReason())
                .usage(Replies.usage(calls, result.tokenUsage()))
                .model(Replies.model(
                        result.finalResponse() == null
                                ? null
                                : result.finalResponse().metadata(),
                        parameters()));
        if (result.toolExecutions() != null) {
            for (ToolExecution execution : result.toolExecutions()) {
                reply.toolCall(Replies.toolCall(execution.request()));
            }
        }
        if (result.sources() != null) {
            result.sources().forEach(source -> reply.retrievedId(id(source)));
        }
        return reply.build();
    }

    private @Nullable ChatRequestParameters parameters() {
        ChatModel model = target.context().map(known -> known.chatModel).orElse(null);
        return model == null ? null : model.defaultRequestParameters();
    }

    /** A source's id in its store; where it has none, its hash names the same text in every run. */
    private static String id(Content source) {
        Object id = source.metadata().get(ContentMetadata.EMBEDDING_ID);
        if (id == null) {
            id = source.textSegment().metadata().toMap().get("id");
        }
        return id == null
                ? "sha256:" + Hashes.sha256(source.textSegment().text()).substring(0, 16)
                : id.toString();
    }
}
