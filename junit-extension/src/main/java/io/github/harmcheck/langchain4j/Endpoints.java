package io.github.harmcheck.langchain4j;

import dev.langchain4j.model.ModelProvider;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Names what limits calls: the provider, whose limits all its models share, or else the model's class. */
final class Endpoints {
    private Endpoints() {}

    static String of(Object model, @Nullable ModelProvider provider) {
        return provider == null || provider == ModelProvider.OTHER
                ? "langchain4j:" + model.getClass().getName()
                : "langchain4j:" + provider.name().toLowerCase(Locale.ROOT);
    }
}
