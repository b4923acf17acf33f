package io.github.harmcheck.campaign;

import io.github.harmcheck.attack.Attempt;
import io.github.harmcheck.core.AttemptKey;
import io.github.harmcheck.core.Probe;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What a campaign will do, known before its first call. Needs no target.
 *
 * @param behaviors behaviors that get at least one attempt
 * @param trials findings that will come: attempts x trials
 * @param calls most calls by role
 * @param attacks size of each attack, in order
 * @param notes what the reader should know, for example what the gate can detect, or behaviors no attack applies to
 * @param source reads the planned trials again, in seeded order
 * @since 0.1.0
 */
public record Plan(
        int behaviors,
        long trials,
        Attempt.Calls calls,
        List<AttackSize> attacks,
        List<String> notes,
        Supplier<Stream<PlannedTrial>> source) {
    public Plan {
        attacks = List.copyOf(attacks);
        notes = List.copyOf(notes);
    }

    /** Reads the planned trials in order, behavior by behavior. The caller closes the stream. */
    public Stream<PlannedTrial> stream() {
        return source.get();
    }

    /**
     * The size of one attack.
     *
     * @param attack its id
     * @param behaviors behaviors it applies to
     * @param trials its findings
     */
    public record AttackSize(String attack, int behaviors, long trials) {}

    /**
     * One planned trial, for names of test nodes.
     *
     * @param key its id
     * @param behavior text of its behavior; untrusted text
     * @param probe the kind of answer asked for
     */
    public record PlannedTrial(AttemptKey key, String behavior, Probe probe) {}

    /** Returns the plan as lines for a log. */
    public List<String> lines() {
        return notes;
    }
}
