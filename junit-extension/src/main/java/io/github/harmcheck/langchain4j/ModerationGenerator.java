package io.github.harmcheck.langchain4j;

import dev.langchain4j.model.moderation.Moderation;
import dev.langchain4j.model.moderation.ModerationModel;
import dev.langchain4j.model.output.Response;
import io.github.harmcheck.llm.TextGenerator;

/** A moderation model as a judge asks it: langchain4j's answer has no categories and no scores, so ours has none either. */
record ModerationGenerator(ModerationModel model) implements TextGenerator {

    @Override
    public Generation generate(Request request) {
        Response<Moderation> response = model.moderate(request.messages().get(0).text());
        return new Generation(
                "{\"flagged\":" + response.content().flagged() + "}", null, Replies.usage(1, response.tokenUsage()));
    }

    @Override
    public String id() {
        String name = model.modelName();
        return name == null || name.isBlank() ? model.getClass().getSimpleName() : name;
    }
}
