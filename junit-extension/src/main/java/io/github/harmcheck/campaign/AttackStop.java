package io.github.harmcheck.campaign;

import io.github.harmcheck.core.AttemptKey;
import io.github.harmcheck.core.Outcome;
import io.github.harmcheck.result.EarlyEnd;
import io.github.harmcheck.result.Finding;
import io.github.harmcheck.result.Limits;
import io.github.harmcheck.stats.LimitDecision;
import io.github.harmcheck.stats.LimitSequence;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decides when enough is known of one attack. Guarded by its owner. */
final class AttackStop {
    private final String attack;
    private final Planner.Size size;
    private final Limits limits;
    private final LimitSequence sequence;
    /** Behaviors admitted and not looked at yet, in seeded order. */
    private final Deque<Cell> waiting = new ArrayDeque<>();

    private final Map<String, Cell> byBehavior = new HashMap<>();
    private @Nullable Cell last;
    private long admitted;
    private long admittedCalls;
    private int counted;
    private long trials;
    private long errors;
    private boolean decided;

    AttackStop(String attack, Planner.Size size, Limits limits, double errorLevel) {
        this.attack = attack;
        this.size = size;
        this.limits = limits;
        this.sequence = new LimitSequence(size.unsafeBehaviors(), limits.maxAsr(), errorLevel);
    }

    boolean admit(Trial trial) {
        if (decided) {
            return false;
        }
        String behavior = behavior(trial.key());
        Cell cell = last;
        if (cell == null || !cell.behavior.equals(behavior)) {
            closeLast();
            cell = new Cell(behavior);
            if (byBehavior.put(behavior, cell) != null) {
                throw new IllegalStateException(behavior + " comes twice in the plan");
            }
            waiting.add(cell);
            last = cell;
        }
        if (decided) {
            return false;
        }
        cell.admitted++;
        admitted++;
        admittedCalls += trial.attempt().maxCalls().target();
        return true;
    }

    /** Takes note of a trial that was run although it was not needed: it is not saved. */
    void ranAnyway(Trial trial) {
        admitted++;
        admittedCalls += trial.attempt().maxCalls().target();
    }

    void admittedAll() {
        if (!decided) {
            closeLast();
        }
    }

    private void closeLast() {
        if (last != null) {
            last.closed = true;
            last = null;
            consume();
        }
    }

    void found(Finding finding) {
        if (decided) {
            return;
        }
        Cell cell = byBehavior.get(behavior(finding.key()));
        if (cell == null) {
            throw new IllegalStateException(finding.id() + " was not admitted, or was found before");
        }
        cell.add(finding);
        consume();
    }

    /** Looks at the behaviors that are whole, up to the first that is not. */
    private void consume() {
        while (!decided && !waiting.isEmpty() && waiting.element().isWhole()) {
            Cell cell = waiting.remove();
            byBehavior.remove(cell.behavior);
            sequence.add((double) cell.low / cell.found, (double) cell.high / cell.found);
            counted += cell.errors < cell.found ? 1 : 0;
            trials += cell.found;
            errors += cell.errors;
            decided = isEnough();
        }
        if (decided) {
            waiting.clear();
            byBehavior.clear();
            last = null;
        }
    }

    /**
     * A decision that the gate would not take for one is waited for: on too few behaviors, with too many errors, or where
     * the upper bound has to be within the limit, which only the whole plan can show.
     */
    private boolean isEnough() {
        if (counted < limits.minBehaviors()) {
            return false;
        }
        return switch (sequence.decision()) {
            case ABOVE -> true;
            case WITHIN -> limits.bound() == Limits.Bound.POINT && errors <= limits.maxErrorRate() * trials;
            case OPEN -> false;
        };
    }

    boolean decided() {
        return decided;
    }

    String sentence() {
        return attack + " was decided after " + sequence.seen() + " of " + size.unsafeBehaviors()
                + " behaviors (harmcheck.earlyStop)";
    }

    EarlyEnd end() {
        return new EarlyEnd(
                attack,
                size.unsafeBehaviors(),
                sequence.seen(),
                decided ? sequence.decision() : LimitDecision.OPEN,
                size.unsafeTrials(),
                decided ? size.unsafeTrials() - admitted : 0,
                decided ? size.unsafeCalls() - admittedCalls : 0);
    }

    private static String behavior(AttemptKey key) {
        return key.dataset() + "/" + key.behavior();
    }

    /** One behavior under way. */
    private static final class Cell {
        private final String behavior;
        private int admitted;
        private int found;
        private int low;
        private int high;
        private int errors;
        private boolean closed;

        Cell(String behavior) {
            this.behavior = behavior;
        }

        void add(Finding finding) {
            boolean failed = finding.outcome() == Outcome.ERROR;
            found++;
            errors += failed ? 1 : 0;
            low += finding.verdict().countsLow() ? 1 : 0;
            high += failed || finding.verdict().countsHigh() ? 1 : 0;
        }

        boolean isWhole() {
            return closed && found == admitted;
        }
    }
}
