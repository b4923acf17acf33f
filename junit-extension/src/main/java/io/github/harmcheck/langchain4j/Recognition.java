package io.github.harmcheck.langchain4j;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import io.github.harmcheck.target.Target;
import java.util.Optional;

/** What langchain4j has for us; touched only where langchain4j is on the class path. */
final class Recognition {
    private Recognition() {}

    static Optional<Target> model(Object candidate) {
        if (candidate instanceof ChatModel model) {
            return Optional.of(LangChain4j.target(model));
        }
        if (candidate instanceof StreamingChatModel model) {
            return Optional.of(LangChain4j.target(model));
        }
        return Optional.empty();
    }

    static Optional<Target> service(Object candidate) {
        return AiServiceMethods.isAiService(candidate)
                ? Optional.of(LangChain4j.aiService(candidate))
                : Optional.empty();
    }
}
