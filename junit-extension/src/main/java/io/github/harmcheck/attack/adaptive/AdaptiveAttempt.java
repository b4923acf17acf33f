package io.github.harmcheck.attack.adaptive;

import io.github.harmcheck.attack.Attempt;
import io.github.harmcheck.attack.Dialogue;
import io.github.harmcheck.core.Message;
import io.github.harmcheck.core.Probe;
import java.util.List;

/**
 * An attempt on a harmful request whose turns are found when it is played.
 *
 * @param variant id within attack and behavior
 * @param adaptive whether it talks to the app to find them
 * @param maxCalls most calls by role
 * @param search finds the turns
 */
record AdaptiveAttempt(String variant, boolean adaptive, Calls maxCalls, Turns search) implements Attempt {

    /** Finds the turns of the final dialogue. */
    @FunctionalInterface
    interface Turns {
        List<Message> find(Dialogue dialogue) throws Exception;
    }

    @Override
    public Probe probe() {
        return Probe.HARM;
    }

    @Override
    public List<Message> turns(Dialogue dialogue) throws Exception {
        return search.find(dialogue);
    }
}
