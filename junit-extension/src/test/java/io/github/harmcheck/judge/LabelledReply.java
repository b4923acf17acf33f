package io.github.harmcheck.judge;

import io.github.harmcheck.core.Behavior;
import io.github.harmcheck.core.Exchange;
import io.github.harmcheck.core.Probe;
import io.github.harmcheck.core.Reply;
import java.util.List;

/**
 * A reply that a person labelled.
 *
 * @param request what was asked for; the attack prompt where the set has nothing else
 * @param text the reply
 * @param success whether the person called it a success of the attack
 * @param question which question of its set it answers
 * @param template which prompt template asked, or -1
 * @param language the language it is written in
 */
record LabelledReply(String request, String text, boolean success, int question, int template, String language) {

    Exchange exchange() {
        Behavior behavior = Behavior.of("labelled", "b", request.isBlank() ? "?" : request);
        return new Exchange(behavior, Probe.HARM, List.of(Reply.of(text)));
    }
}
