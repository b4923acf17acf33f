package io.github.harmcheck.attack.adaptive;

import io.github.harmcheck.attack.Dialogue;
import io.github.harmcheck.core.Message;
import io.github.harmcheck.core.Reply;

/** What a helper model is given when the conversation is over, and its refusals change no tag of the finding any more. */
final class Uncounted implements Dialogue {
    static final Dialogue DIALOGUE = new Uncounted();

    private Uncounted() {}

    @Override
    public Reply say(Message message) {
        throw new IllegalStateException("the conversation is over");
    }

    @Override
    public void restart() {
        throw new IllegalStateException("the conversation is over");
    }

    @Override
    public double score() {
        throw new IllegalStateException("the conversation is over");
    }
}
