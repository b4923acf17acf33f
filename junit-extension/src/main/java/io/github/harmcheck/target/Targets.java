package io.github.harmcheck.target;

import java.util.function.Function;

/**
 * Makes targets from what a team has.
 *
 * @since 0.1.0
 */
public final class Targets {
    private Targets() {}

    /** Stand-in until the adapters land. */
    public static Target of(Function<String, String> app) {
        return key -> message -> io.github.harmcheck.core.Reply.of(app.apply(message.text()));
    }

    /** Gives a target a name. */
    public static Target named(String name, Target target) {
        return new Target() {
            @Override
            public Conversation open(io.github.harmcheck.core.AttemptKey key) throws Exception {
                return target.open(key);
            }

            @Override
            public String name() {
                return name;
            }

            @Override
            public String endpoint() {
                return target.endpoint();
            }
        };
    }
}
