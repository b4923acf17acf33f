package io.github.harmcheck.langchain4j;

import io.github.harmcheck.core.Overload;
import io.github.harmcheck.target.Target;
import io.github.harmcheck.target.TargetAdapter;
import java.util.Optional;

/**
 * Recognises langchain4j's models and AI services. Loads on a class path without langchain4j, where it recognises
 * nothing: no field or signature here names a langchain4j type. Found by {@link java.util.ServiceLoader}.
 *
 * @since 0.1.0
 */
public final class LangChain4jTargetAdapter implements TargetAdapter {
    private static final boolean MODELS = present("dev.langchain4j.model.chat.ChatModel");
    private static final boolean SERVICES = present("dev.langchain4j.service.AiServices");

    /** Creates the adapter. */
    public LangChain4jTargetAdapter() {}

    @Override
    public Optional<Target> adapt(Object candidate) {
        if (!MODELS) {
            return Optional.empty();
        }
        Optional<Target> model = Recognition.model(candidate);
        return model.isPresent() || !SERVICES ? model : Recognition.service(candidate);
    }

    @Override
    public Optional<String> blockedBy(Throwable thrown) {
        return MODELS ? BlockedBy.find(thrown) : Optional.empty();
    }

    @Override
    public Optional<Overload> overload(Throwable thrown) {
        return MODELS ? TurnedAway.find(thrown) : Optional.empty();
    }

    @Override
    public String accepts() {
        String kinds = "a langchain4j ChatModel, StreamingChatModel or AiService";
        return MODELS ? kinds : kinds + " (langchain4j is not on the class path)";
    }

    private static boolean present(String className) {
        try {
            Class.forName(className, false, LangChain4jTargetAdapter.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }
}
