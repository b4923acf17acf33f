package io.github.harmcheck.attack.image;

import io.github.harmcheck.attack.Attempt;
import io.github.harmcheck.attack.Dialogue;
import io.github.harmcheck.core.Image;
import io.github.harmcheck.core.Message;
import io.github.harmcheck.core.Probe;
import java.util.List;
import java.util.function.Supplier;

/** One turn of a text and the images with it, both made when it is played. */
record ImageAttempt(String variant, Supplier<String> text, Supplier<List<Image>> images) implements Attempt {

    @Override
    public Probe probe() {
        return Probe.HARM;
    }

    @Override
    public List<Message> turns(Dialogue dialogue) {
        return List.of(Message.user(text.get(), images.get()));
    }
}
