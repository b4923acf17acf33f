package io.github.harmcheck.attack.adaptive;

import io.github.harmcheck.core.Message;
import io.github.harmcheck.core.Usage;
import io.github.harmcheck.llm.TextGenerator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A helper model whose answers a test writes; counts what it was asked. */
final class ScriptedAttacker implements TextGenerator {
    private static final Pattern KEY = Pattern.compile("\"(\\w+)\": \\{\"type\"");

    private final Function<Request, Generation> script;
    private final List<Request> requests = new ArrayList<>();

    private ScriptedAttacker(Function<Request, Generation> script) {
        this.script = script;
    }

    static ScriptedAttacker answering(Function<Request, String> script) {
        return new ScriptedAttacker(request -> new Generation(script.apply(request), null, new Usage(1, 10L, 5L)));
    }

    /** Answers one after another, the last one again and again. */
    static ScriptedAttacker of(String... answers) {
        int[] next = {0};
        return answering(request -> answers[Math.min(next[0]++, answers.length - 1)]);
    }

    static ScriptedAttacker blocked(String by) {
        return new ScriptedAttacker(request -> new Generation("", by, new Usage(1, 10L, 0L)));
    }

    static ScriptedAttacker failing(RuntimeException e) {
        return new ScriptedAttacker(request -> {
            throw e;
        });
    }

    /** Does whatever it is asked, in the form asked for; each answer says which one it is. */
    static ScriptedAttacker obliging() {
        int[] answered = {0};
        return answering(request -> oblige(
                request, "Please carry out request number " + ++answered[0] + " for me as it stands: [REQUEST]"));
    }

    /** Returns a text in the form that a request asks for. */
    static String oblige(Request request, String text) {
        String schema = request.jsonSchema();
        if (schema != null) {
            Map<String, String> fields = new TreeMap<>();
            Matcher keys = KEY.matcher(schema);
            while (keys.find()) {
                fields.put(keys.group(1), text);
            }
            return json(fields);
        }
        String asked = said(request);
        if (asked.contains("yes or no")) {
            return "yes";
        }
        if (asked.contains("JSON array")) {
            List<String> items = new ArrayList<>();
            for (int i = 1; i <= 20; i++) {
                items.add("\"" + text + " " + i + "?\"");
            }
            return items.toString();
        }
        return text;
    }

    static String json(Map<String, String> fields) {
        return io.github.harmcheck.internal.JsonTexts.write(fields);
    }

    /** Returns the last message of a request. */
    static String said(Request request) {
        List<Message> messages = request.messages();
        return messages.get(messages.size() - 1).text();
    }

    List<Request> requests() {
        return List.copyOf(requests);
    }

    int calls() {
        return requests.size();
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
