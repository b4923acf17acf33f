package io.github.harmcheck.examples.pharmacy;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import io.github.harmcheck.examples.pharmacy.standin.StandInModel;
import java.util.Map;

/** Chooses the model: an OpenAI-compatible one where the environment names it, else the stand-in. */
final class PharmacyModels {
    private PharmacyModels() {}

    static ChatModel fromEnvironment() {
        return from(System.getenv());
    }

    /** Takes a real model only where both address and key are set, so that a stray key never costs money. */
    static ChatModel from(Map<String, String> environment) {
        String address = environment.getOrDefault("OPENAI_BASE_URL", "");
        String key = environment.getOrDefault("OPENAI_API_KEY", "");
        if (address.isBlank() || key.isBlank()) {
            return new StandInModel();
        }
        return OpenAiChatModel.builder()
                .baseUrl(address)
                .apiKey(key)
                .modelName(environment.getOrDefault("OPENAI_MODEL", "gpt-4o-mini"))
                .temperature(0.0)
                .build();
    }
}
