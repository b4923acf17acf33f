package io.github.harmcheck.attack.injection;

import io.github.harmcheck.attack.Attempt;
import io.github.harmcheck.attack.Dialogue;
import io.github.harmcheck.core.AttemptKey;
import io.github.harmcheck.core.Behavior;
import io.github.harmcheck.core.Injection;
import io.github.harmcheck.core.Message;
import io.github.harmcheck.core.Probe;
import java.util.List;
import java.util.Optional;

/** Asks a harmless question while a carrier holds the request. */
record InjectedAttempt(Behavior behavior, Carrier carrier, String question, long seed) implements Attempt {

    @Override
    public String variant() {
        return carrier.id();
    }

    @Override
    public Probe probe() {
        return Probe.HARM;
    }

    @Override
    public List<Message> turns(Dialogue dialogue) {
        return List.of(Message.user(question));
    }

    @Override
    public Optional<Injection> injection(AttemptKey key) {
        CanaryMarks marks = CanaryMarks.of(seed, key);
        String request = behavior.context()
                .map(context -> context + "\n\n" + behavior.text())
                .orElse(behavior.text());
        return Optional.of(new Injection(carrier.text(request.strip(), marks.proof()), marks.oracle()));
    }
}
