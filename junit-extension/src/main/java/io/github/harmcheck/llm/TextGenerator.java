package io.github.harmcheck.llm;

import io.github.harmcheck.core.Message;
import io.github.harmcheck.core.Usage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A helper model: it writes for an attacker or answers for a judge. Implementations are thread-safe.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface TextGenerator {

    /**
     * Answers one request.
     *
     * @throws Exception where the model could not be reached or answered with an error; the caller records it, nothing
     *     falls back to another model
     */
    Generation generate(Request request) throws Exception;

    /** Returns a name for reports, for example the provider's model name. */
    default String id() {
        return "generator";
    }

    /** Returns what identifies the endpoint whose load is limited; models and targets that share one share its limits. */
    default String endpoint() {
        return "model:" + id();
    }

    /**
     * What is asked.
     *
     * @param messages the dialogue so far, ending with the message to answer
     * @param temperature sampling temperature, or null for the model's default
     * @param topP nucleus sampling share, 0..1, or null for the model's default
     * @param maxTokens limit of the answer in tokens, or null for the model's default
     * @param jsonSchema JSON Schema of the answer as a JSON text for models that support it, or null
     */
    record Request(
            List<Message> messages,
            @Nullable Double temperature,
            @Nullable Double topP,
            @Nullable Integer maxTokens,
            @Nullable String jsonSchema) {
        public Request {
            messages = List.copyOf(messages);
        }

        /** Asks with the model's own nucleus sampling. */
        public Request(
                List<Message> messages,
                @Nullable Double temperature,
                @Nullable Integer maxTokens,
                @Nullable String jsonSchema) {
            this(messages, temperature, null, maxTokens, jsonSchema);
        }
    }

    /**
     * What is answered.
     *
     * @param text the answer; untrusted text, empty where nothing came
     * @param blockedBy which filter stopped the answer, or null
     * @param usage what it cost
     */
    record Generation(String text, @Nullable String blockedBy, Usage usage) {}
}
