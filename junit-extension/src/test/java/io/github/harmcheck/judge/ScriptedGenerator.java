package io.github.harmcheck.judge;

import io.github.harmcheck.core.Usage;
import io.github.harmcheck.llm.TextGenerator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/** A model whose answers a test writes; keeps what it was asked. */
final class ScriptedGenerator implements TextGenerator {

    private final Function<Request, Generation> script;
    private final List<Request> requests = Collections.synchronizedList(new ArrayList<>());

    private ScriptedGenerator(Function<Request, Generation> script) {
        this.script = script;
    }

    static ScriptedGenerator answering(Function<Request, String> script) {
        return new ScriptedGenerator(request -> generation(script.apply(request)));
    }

    /** Answers one after another, the last one again and again. */
    static ScriptedGenerator of(String... answers) {
        int[] next = {0};
        return answering(request -> answers[Math.min(next[0]++, answers.length - 1)]);
    }

    static ScriptedGenerator blocked(String by) {
        return new ScriptedGenerator(request -> new Generation("", by, new Usage(1, 10L, 0L)));
    }

    static Generation generation(String text) {
        return new Generation(text, null, new Usage(1, 100L, 10L));
    }

    List<Request> requests() {
        return List.copyOf(requests);
    }

    @Override
    public Generation generate(Request request) {
        requests.add(request);
        return script.apply(request);
    }

    @Override
    public String id() {
        return "scripted";
    }
}
