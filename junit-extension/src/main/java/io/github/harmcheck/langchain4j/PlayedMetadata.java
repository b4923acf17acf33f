package io.github.harmcheck.langchain4j;

import dev.langchain4j.model.chat.response.ChatResponseMetadata;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a recorded response says about itself, with the fingerprint that only providers' own classes have. */
final class PlayedMetadata extends ChatResponseMetadata {
    private final @Nullable String systemFingerprint;

    private PlayedMetadata(ChatResponseMetadata.Builder<?> builder, @Nullable String systemFingerprint) {
        super(builder);
        this.systemFingerprint = systemFingerprint;
    }

    static PlayedMetadata of(Map<String, Object> recorded) {
        ChatResponseMetadata.Builder<?> builder = ChatResponseMetadata.builder();
        if (recorded.get("id") instanceof String id) {
            builder.id(id);
        }
        if (recorded.get("model") instanceof String model) {
            builder.modelName(model);
        }
        RecordedResponses.finishReason(recorded).ifPresent(builder::finishReason);
        RecordedResponses.tokens(recorded).ifPresent(builder::tokenUsage);
        return new PlayedMetadata(builder, recorded.get("systemFingerprint") instanceof String text ? text : null);
    }

    /** Returns the provider's fingerprint of the serving system, or null. */
    public @Nullable String systemFingerprint() {
        return systemFingerprint;
    }
}
