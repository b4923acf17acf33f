package io.github.harmcheck.target;

import io.github.harmcheck.core.AttemptKey;
import java.util.Optional;

/** A target under the name reports shall use. */
record NamedTarget(String name, Target target) implements Target {

    private static final int LONGEST_NAME = 120;

    NamedTarget {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("a target's name has 1 to " + LONGEST_NAME + " characters, this one has "
                    + name.length() + (name.isBlank() ? " blank ones" : ""));
        }
    }

    @Override
    public Conversation open(AttemptKey key) throws Exception {
        return target.open(key);
    }

    @Override
    public String endpoint() {
        return target.endpoint();
    }

    @Override
    public boolean takesImages() {
        return target.takesImages();
    }

    @Override
    public Optional<String> fingerprint() {
        return target.fingerprint();
    }
}
