package io.github.harmcheck.campaign;

import io.github.harmcheck.core.AttemptKey;
import io.github.harmcheck.core.Probe;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What a campaign will do, known before its first call. Needs no target.
 *
 * @param behaviors behaviors that get at least one attempt
 * @param trials findings that will come: attempts x trials
 * @param targetCalls most calls to the target
 * @param attackerCalls most calls to the attacker model
 * @param judgeCalls most calls to the attack judge
 * @param attacks size of each attack, in order
 * @param notes what the reader should know: what the gate can detect, attacks that apply to no behavior
 * @param source reads the planned trials again, in seeded order
 * @since 0.1.0
 */
public record Plan(
        int behaviors,
        long trials,
        long targetCalls,
        long attackerCalls,
        long judgeCalls,
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

    /** Returns the plan as lines for a log. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "plan: %d behaviors, %d attempts, at most %d calls to the target%s%s",
                behaviors,
                trials,
                targetCalls,
                attackerCalls > 0 ? ", " + attackerCalls + " to the attacker" : "",
                judgeCalls > 0 ? ", " + judgeCalls + " to the attack judge" : ""));
        for (AttackSize attack : attacks) {
            lines.add(String.format(
                    Locale.ROOT,
                    "  %s: %d attempts on %d behaviors",
                    attack.attack(),
                    attack.trials(),
                    attack.behaviors()));
        }
        notes.forEach(note -> lines.add("  " + note));
        return lines;
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
}
