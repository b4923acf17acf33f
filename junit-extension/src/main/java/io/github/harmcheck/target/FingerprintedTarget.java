package io.github.harmcheck.target;

import io.github.harmcheck.core.AttemptKey;
import java.util.Optional;

/** A target of which is declared what decides its answers. */
record FingerprintedTarget(Target target, Optional<String> fingerprint) implements Target {

    @Override
    public Conversation open(AttemptKey key) throws Exception {
        return target.open(key);
    }

    @Override
    public String name() {
        return target.name();
    }

    @Override
    public String endpoint() {
        return target.endpoint();
    }

    @Override
    public boolean takesImages() {
        return target.takesImages();
    }
}
