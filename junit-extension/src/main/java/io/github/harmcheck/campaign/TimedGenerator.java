package io.github.harmcheck.campaign;

import io.github.harmcheck.internal.Texts;
import io.github.harmcheck.llm.TextGenerator;

/** A helper model of the attacker's side, each of whose calls must end within {@code harmcheck.callTimeout}. */
record TimedGenerator(TextGenerator model) implements TextGenerator {
    private static final int SHOWN = 80;

    @Override
    public Generation generate(Request request) throws Exception {
        return TrialAccount.timed(
                "the attacker model " + Texts.oneLine(model.id(), SHOWN), () -> model.generate(request));
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
