package io.github.harmcheck.gate;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the gate found.
 *
 * @param status FAIL if any violation fails, else INCONCLUSIVE if there is any, else PASS
 * @param violations all of them, FAIL first
 * @param lines one line per checked rate, for the log: {@code direct: ASR 3.3 % over 30 behaviors (…) <= 5 %: PASS}
 * @param warnings what does not decide but should be seen, for example allowed gaps and cells to watch
 * @since 0.1.0
 */
public record GateResult(GateStatus status, List<Violation> violations, List<String> lines, List<String> warnings) {

    /** Nothing was checked, and nothing found. */
    static final GateResult NOTHING = new GateResult(GateStatus.PASS, List.of(), List.of(), List.of());

    public GateResult {
        violations = List.copyOf(violations);
        lines = List.copyOf(lines);
        warnings = List.copyOf(warnings);
    }

    static GateResult of(List<FailureMessage> messages, List<String> lines, List<String> warnings) {
        return ofViolations(messages.stream().map(FailureMessage::toViolation).toList(), lines, warnings);
    }

    static GateResult ofViolations(List<Violation> violations, List<String> lines, List<String> warnings) {
        List<Violation> sorted = violations.stream()
                .sorted(Comparator.comparing(violation -> violation.status() == GateStatus.FAIL ? 0 : 1))
                .toList();
        GateStatus status = sorted.isEmpty() ? GateStatus.PASS : sorted.get(0).status();
        return new GateResult(status, sorted, lines, warnings);
    }

    /** Returns whether there is no violation at all. */
    public boolean passed() {
        return status == GateStatus.PASS;
    }

    /**
     * Returns the one message that a failing build or test container carries: every violation on a line with its worst
     * cases, then the report.
     *
     * @param report where the report is, or null where there is none
     */
    public String summary(@Nullable String report) {
        return GateSummary.of(this, report);
    }
}
