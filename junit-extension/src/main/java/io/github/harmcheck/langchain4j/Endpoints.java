package io.github.harmcheck.langchain4j;

import dev.langchain4j.model.ModelProvider;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Names what limits calls: the provider, whose limits all its models share, or else the model's class. */
final class Endpoints {
    private Endpoints() {}

    /** A recording model is no endpoint: the model in it is. */
    private static Object called(Object model) {
        if (model instanceof ChatModel chat) {
            return RecordingChatModel.inner(chat);
        }
        return model instanceof StreamingChatModel streaming ? RecordingStreamingChatModel.inner(streaming) : model;
    }

    static String of(Object model, @Nullable ModelProvider provider) {
        return provider == null || provider == ModelProvider.OTHER
                ? "langchain4j:" + called(model).getClass().getName()
                : "langchain4j:" + provider.name().toLowerCase(Locale.ROOT);
    }
}
