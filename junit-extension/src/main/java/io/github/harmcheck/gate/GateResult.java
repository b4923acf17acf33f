package io.github.harmcheck.gate;

import java.util.List;

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
    public GateResult {
        violations = List.copyOf(violations);
        lines = List.copyOf(lines);
        warnings = List.copyOf(warnings);
    }
}
