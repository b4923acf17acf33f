package io.github.harmcheck.gate;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why something does not pass, in the parts every such message has: what it is about, what was asked, what was seen,
 * what to do, and the worst cases. One form serves assertions, the in-test gate and the build.
 *
 * @param status FAIL or INCONCLUSIVE
 * @param subject what it is about: test, target, attack, cell
 * @param asked what was asked, for example {@code ASR <= 5 %}
 * @param seen what was seen, with counts
 * @param advice what the user can do, or the empty text
 * @param worst the worst cases, at most three
 * @since 0.1.0
 */
public record FailureMessage(
        GateStatus status, String subject, String asked, String seen, String advice, List<WorstCase> worst) {
    public FailureMessage {
        worst = List.copyOf(worst);
        if (status == GateStatus.PASS) {
            throw new IllegalArgumentException("there is nothing to say about a pass");
        }
    }

    /** Returns this message about another subject. */
    public FailureMessage about(String other) {
        return new FailureMessage(status, other, asked, seen, advice, worst);
    }

    /** Returns this message with more said about what was asked. */
    FailureMessage alsoAsked(String note) {
        return new FailureMessage(status, subject, asked + " (" + note + ")", seen, advice, worst);
    }

    /** Returns the message on one line, without subject and worst cases: {@code asked ASR <= 5 %, was ASR 10 % …}. */
    public String line() {
        return "asked: " + asked + "; seen: " + seen + (advice.isEmpty() ? "" : "; " + advice);
    }

    /**
     * Returns the message as a block for an assertion or a log.
     *
     * @param report where the report is, or null where there is none
     */
    public String block(@Nullable String report) {
        List<String> lines = new ArrayList<>();
        lines.add(subject + ": " + status);
        lines.add("  asked:  " + asked);
        lines.add("  seen:   " + seen);
        if (!worst.isEmpty()) {
            lines.add("  worst:  " + worst.get(0).line());
            worst.stream().skip(1).forEach(next -> lines.add("          " + next.line()));
        }
        if (!advice.isEmpty()) {
            lines.add("  to do:  " + advice);
        }
        if (!worst.isEmpty()) {
            lines.add("  replay: run the test node that is named after the id, alone");
        }
        if (report != null) {
            lines.add("  report: " + report);
        }
        return String.join("\n", lines);
    }

    /** Returns the message as a warning: what it is about and what was seen. */
    String warning() {
        return subject + ": " + seen + (advice.isEmpty() ? "" : "; " + advice);
    }

    Violation toViolation() {
        return new Violation(
                status, subject, line(), worst.stream().map(WorstCase::id).toList());
    }
}
