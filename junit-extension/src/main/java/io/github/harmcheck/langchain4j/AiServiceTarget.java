package io.github.harmcheck.langchain4j;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.service.AiServiceContext;
import dev.langchain4j.service.memory.ChatMemoryAccess;
import io.github.harmcheck.core.AttemptKey;
import io.github.harmcheck.langchain4j.AiServiceMethods.UserMethod;
import io.github.harmcheck.target.Conversation;
import io.github.harmcheck.target.Target;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** An AI service as the app. Each conversation has a memory id no other has, or no memory at all. */
record AiServiceTarget(Object service, UserMethod method, Optional<AiServiceContext> context) implements Target {
    private static final Set<String> WARNED = ConcurrentHashMap.newKeySet();

    static AiServiceTarget of(Object service, UserMethod method) {
        if (!method.method().trySetAccessible()) {
            throw new IllegalArgumentException(
                    method.describe() + " is not accessible: make its interface public, or open its module");
        }
        Optional<AiServiceContext> context = AiServiceContexts.of(service);
        context.ifPresent(ToolCallLog::listenTo);
        if (method.memoryIdIndex() >= 0) {
            MemoryIds.require(method);
        } else {
            requireNoSharedMemory(service, method, context);
        }
        return new AiServiceTarget(service, method, context);
    }

    @Override
    public Conversation open(AttemptKey key) {
        return new AiServiceConversation(this, key);
    }

    @Override
    public String endpoint() {
        ChatModel model = context.map(known -> known.chatModel).orElse(null);
        return model == null
                ? "langchain4j:" + method.method().getDeclaringClass().getName()
                : Endpoints.of(model, model.provider());
    }

    private static void requireNoSharedMemory(Object service, UserMethod method, Optional<AiServiceContext> context) {
        String fix =
                ". Give the method a parameter @MemoryId String and the service a chatMemoryProvider, or test a new"
                        + " service in each attempt: Targets.perConversation(() -> /* build the service */)";
        boolean shared = context.map(AiServiceContext::hasChatMemory).orElse(service instanceof ChatMemoryAccess);
        if (shared) {
            throw new IllegalArgumentException("the AI service method " + method.describe()
                    + " has no @MemoryId and the service has a chat memory, so every attempt would see the ones before"
                    + " it" + fix);
        }
        if (context.isEmpty() && WARNED.add(method.describe())) {
            System.getLogger(AiServiceTarget.class.getName())
                    .log(
                            System.Logger.Level.WARNING,
                            "the AI service method {0} has no @MemoryId; if the service has a chat memory, attempts see"
                                    + " each other{1}",
                            method.describe(),
                            fix);
        }
    }
}
