package io.github.harmcheck.gate;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The message a failing build ends with. */
final class GateSummary {
    /** Violations spelled out; the log and the report have them all. */
    private static final int SHOWN = 10;

    private GateSummary() {}

    static String of(GateResult result, @Nullable String report) {
        List<String> lines = new ArrayList<>();
        lines.add("HarmCheck gate: " + result.status() + headline(result));
        for (Violation violation : result.violations().stream().limit(SHOWN).toList()) {
            lines.add("  " + violation.status() + " " + violation.subject());
            lines.add("    " + violation.message());
            if (!violation.worst().isEmpty()) {
                lines.add("    worst: " + String.join(", ", violation.worst()));
            }
        }
        if (result.violations().size() > SHOWN) {
            lines.add("  and " + (result.violations().size() - SHOWN) + " more");
        }
        if (result.violations().stream()
                .anyMatch(violation -> !violation.worst().isEmpty())) {
            lines.add("  replay one: run the test node that is named after the id, alone");
        }
        if (report != null) {
            lines.add("  report: " + report);
        }
        return String.join("\n", lines);
    }

    private static String headline(GateResult result) {
        long failed = result.violations().stream()
                .filter(violation -> violation.status() == GateStatus.FAIL)
                .count();
        long open = result.violations().size() - failed;
        List<String> parts = new ArrayList<>();
        if (failed > 0) {
            parts.add(GateLines.count(failed, "limit is broken", "limits are broken"));
        }
        if (open > 0) {
            parts.add(GateLines.count(open, "question is not decided", "questions are not decided"));
        }
        return parts.isEmpty() ? "" : ": " + String.join(", ", parts);
    }
}
