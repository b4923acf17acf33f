package io.github.harmcheck.attack;

import io.github.harmcheck.core.Message;
import io.github.harmcheck.core.Probe;
import java.util.List;
import java.util.function.UnaryOperator;

/** An attempt whose turns are known before the first call. */
record StaticAttempt(String variant, Probe probe, List<Message> turns, UnaryOperator<String> replyDecoder)
        implements Attempt {

    @Override
    public List<Message> turns(Dialogue dialogue) {
        return turns;
    }

    @Override
    public Calls maxCalls() {
        // The app is called once for each turn of the user; system and scripted app turns only go along.
        long users =
                turns.stream().filter(turn -> turn.role() == Message.Role.USER).count();
        return new Calls((int) users, 0, 0);
    }
}
