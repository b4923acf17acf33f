package io.github.harmcheck.campaign;

import io.github.harmcheck.core.Usage;
import io.github.harmcheck.llm.TextGenerator;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** A helper model whose calls keep the limits of its endpoint, which may be the target's too. */
final class PacedGenerator implements TextGenerator {
    private final TextGenerator model;
    private final PacedCalls calls;
    private final Consumer<Usage> used;

    PacedGenerator(TextGenerator model, PacedCalls calls, Consumer<Usage> used) {
        this.model = model;
        this.calls = calls;
        this.used = used;
    }

    @Override
    public Generation generate(Request request) throws Exception {
        String name = model.id() + request.messages().hashCode();
        Generation generation = calls.make(
                name, new AtomicReference<>(), retries -> model.generate(request), Generation::usage, () -> true);
        used.accept(generation.usage());
        return generation;
    }

    @Override
    public String id() {
        return model.id();
    }

    @Override
    public String endpoint() {
        return model.endpoint();
    }
}
