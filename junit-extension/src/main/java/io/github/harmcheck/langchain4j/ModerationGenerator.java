package io.github.harmcheck.langchain4j;

import dev.langchain4j.model.moderation.Moderation;
import dev.langchain4j.model.moderation.ModerationModel;
import dev.langchain4j.model.output.Response;
import dev.langchain4j.model.output.TokenUsage;
import io.github.harmcheck.core.Usage;
import io.github.harmcheck.llm.TextGenerator;
import org.jspecify.annotations.Nullable;

/** A moderation model as a judge asks it: langchain4j's answer has no categories and no scores, so ours has none either. */
record ModerationGenerator(ModerationModel model) implements TextGenerator {

    @Override
    public Generation generate(Request request) {
        Response<Moderation> response = model.moderate(request.messages().get(0).text());
        return new Generation("{\"flagged\":" + response.content().flagged() + "}", null, usage(response.tokenUsage()));
    }

    private static Usage usage(@Nullable TokenUsage tokens) {
        return tokens == null
                ? new Usage(1, null, null)
                : new Usage(1, number(tokens.inputTokenCount()), number(tokens.outputTokenCount()));
    }

    private static @Nullable Long number(@Nullable Integer count) {
        return count == null ? null : Long.valueOf(count);
    }

    @Override
    public String id() {
        String name = model.modelName();
        return name == null || name.isBlank() ? model.getClass().getSimpleName() : name;
    }
}
