package io.github.harmcheck.attack;

import io.github.harmcheck.core.Behavior;
import io.github.harmcheck.core.Message;
import io.github.harmcheck.core.Probe;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** A behavior's request, rewritten when it is played; its context stands plain in front of the first turn. */
record RewrittenAttempt(Behavior behavior, Rewriting rewriting) implements Attempt {

    @Override
    public String variant() {
        return rewriting.variant();
    }

    @Override
    public Probe probe() {
        return Probe.HARM;
    }

    @Override
    public List<Message> turns(Dialogue dialogue) {
        List<Message> messages = new ArrayList<>(rewriting.turns());
        for (String turn : rewriting.rewrite().apply(behavior.text())) {
            messages.add(Message.user(messages.isEmpty() ? BehaviorPrompt.withContext(behavior, turn) : turn));
        }
        return List.copyOf(messages);
    }

    @Override
    public Calls maxCalls() {
        return new Calls(rewriting.turns(), 0, 0);
    }

    @Override
    public UnaryOperator<String> replyDecoder() {
        return rewriting.replyDecoder();
    }
}
