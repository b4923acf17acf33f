package io.github.harmcheck.attack.adaptive;

import io.github.harmcheck.attack.Attempt;
import io.github.harmcheck.attack.Dialogue;
import io.github.harmcheck.core.Message;
import io.github.harmcheck.core.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** An app and an attack judge that a test writes; counts what they were asked. */
final class ScriptedApp implements Dialogue {
    static final String REFUSAL = "I'm sorry, but I can't help with that.";

    /** Answers what was said so far, the newest last. */
    @FunctionalInterface
    interface App {
        Reply answer(List<String> said) throws Exception;
    }

    private final App app;
    private final ToDoubleFunction<String> judge;
    private final List<String> current = new ArrayList<>();
    private final List<String> everything = new ArrayList<>();
    private final Map<String, Integer> events = new TreeMap<>();
    private String lastReply = "";
    private int scores;

    ScriptedApp(App app, ToDoubleFunction<String> judge) {
        this.app = app;
        this.judge = judge;
    }

    /** Answers the newest message; the judge says 1 where the reply begins with Sure. */
    static ScriptedApp answering(Function<String, String> app) {
        return new ScriptedApp(
                said -> Reply.of(app.apply(said.get(said.size() - 1))), reply -> reply.startsWith("Sure") ? 1 : 0);
    }

    /** Answers the newest message; the judge reads the score behind the last colon, as in {@code partly: 0.5}. */
    static ScriptedApp scoring(ToDoubleFunction<String> app) {
        return new ScriptedApp(
                said -> Reply.of("as far as I went: " + app.applyAsDouble(said.get(said.size() - 1))),
                reply -> Double.parseDouble(reply.substring(reply.lastIndexOf(':') + 1)));
    }

    static ScriptedApp refusing() {
        return answering(said -> REFUSAL);
    }

    @Override
    public Reply say(Message message) throws Exception {
        current.add(message.text());
        everything.add(message.text());
        Reply reply = app.answer(List.copyOf(current));
        lastReply = reply == null ? "" : reply.text();
        return reply;
    }

    @Override
    public void restart() {
        current.clear();
    }

    @Override
    public double score() {
        scores++;
        return judge.applyAsDouble(lastReply);
    }

    @Override
    public void count(String event) {
        events.merge(event, 1, Integer::sum);
    }

    /** Returns what the app answers to the final dialogue, and counts its turns as the engine does. */
    String play(List<Message> turns) throws Exception {
        restart();
        for (Message turn : turns) {
            if (turn.role() == Message.Role.USER) {
                say(turn);
            }
        }
        return lastReply;
    }

    /** Finds and plays the final dialogue of an attempt. */
    String play(Attempt attempt) throws Exception {
        return play(attempt.turns(this));
    }

    /** Returns all that was said to the app, in order. */
    List<String> said() {
        return List.copyOf(everything);
    }

    int scores() {
        return scores;
    }

    Map<String, Integer> events() {
        return events;
    }
}
