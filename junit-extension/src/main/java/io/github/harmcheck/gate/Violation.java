package io.github.harmcheck.gate;

import java.util.List;

/**
 * One reason not to pass.
 *
 * @param status FAIL or INCONCLUSIVE
 * @param subject what it is about: test, attack, cell
 * @param message what was asked, what was seen and what to do; on one line, safe to print
 * @param worst ids of the worst findings, at most three
 * @since 0.1.0
 */
public record Violation(GateStatus status, String subject, String message, List<String> worst) {
    public Violation {
        worst = List.copyOf(worst);
        if (status == GateStatus.PASS) {
            throw new IllegalArgumentException("a violation does not pass");
        }
    }
}
