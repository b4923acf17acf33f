package io.github.harmcheck.attack.adaptive;

import io.github.harmcheck.core.Behavior;
import io.github.harmcheck.core.Message;
import io.github.harmcheck.internal.JsonTexts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One line of prompts that the attacker improves step by step: a stream of PAIR, a branch of TAP. It remembers the last few
 * exchanges with the attacker. Used by one thread.
 */
final class Refinement {
    /** The reference code cuts replies at 150 tokens; the attacker needs no more to see what went wrong. */
    private static final int SHOWN_OF_A_REPLY = 2_000;

    private final Behavior behavior;
    private final int keepLast;
    private final List<Message> history;

    private Refinement(Behavior behavior, int keepLast, List<Message> history) {
        this.behavior = behavior;
        this.keepLast = keepLast;
        this.history = new ArrayList<>(history);
    }

    /**
     * Begins a line.
     *
     * @param keepLast exchanges that the attacker is shown
     */
    static Refinement of(Behavior behavior, int keepLast) {
        return new Refinement(
                behavior, keepLast, List.of(Message.user(Prompt.of("pair-first").text())));
    }

    /** Returns a line with the same past. */
    Refinement branch() {
        return new Refinement(behavior, keepLast, history);
    }

    /** Has the attacker write the next prompt. */
    String next(Attacker attacker, Sampling sampling) throws Exception {
        List<Message> messages = new ArrayList<>();
        messages.add(Message.system(
                Prompt.of("pair-system").quote("goal", goal(behavior)).text()));
        messages.addAll(history);
        Map<String, String> answer = attacker.fields(messages, sampling, "improvement", "prompt");
        history.add(Message.assistant(JsonTexts.write(answer)));
        return Objects.requireNonNull(answer.get("prompt"));
    }

    /** Tells the attacker what became of its prompt. */
    void learn(Candidate tried) {
        String reply = tried.reply();
        history.add(Message.user(Prompt.of("pair-feedback")
                .quote("reply", reply.substring(0, Math.min(reply.length(), SHOWN_OF_A_REPLY)))
                .quote("goal", behavior.text())
                .put("score", tried.rating())
                .text()));
        // The first instruction stays, since a dialogue that begins with the model's own words is refused by some.
        while (history.size() > 1 + 2 * keepLast) {
            history.subList(1, 3).clear();
        }
    }

    /** Returns the request, and the text it refers to. */
    static String goal(Behavior behavior) {
        return behavior.context()
                .map(context -> behavior.text()
                        + "\n\nThe request refers to this text, which goes before every prompt:\n" + context)
                .orElse(behavior.text());
    }
}
