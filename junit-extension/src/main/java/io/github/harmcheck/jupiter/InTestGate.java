package io.github.harmcheck.jupiter;

import io.github.harmcheck.gate.GateChecker;
import io.github.harmcheck.gate.GateResult;
import io.github.harmcheck.gate.GateStatus;
import io.github.harmcheck.gate.Violation;
import io.github.harmcheck.internal.Texts;
import io.github.harmcheck.result.CampaignResult;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Holds a test to its limits when its last node has ended, so that the gate works in an IDE and in Gradle too. */
final class InTestGate {
    private static final int SHOWN = 2_000;

    private final ExtensionContext template;
    private final HarmTest test;
    private final boolean severalTargets;

    InTestGate(ExtensionContext template, HarmTest test, boolean severalTargets) {
        this.template = template;
        this.test = test;
        this.severalTargets = severalTargets;
    }

    /** Returns the line to fail with, or empty where the limits are kept. Logs and reports what it saw either way. */
    Optional<String> check(TargetCampaign campaign, CampaignResult result) {
        if (campaign.partial()) {
            Log.info(test.title() + ": only a part of the plan was run, which states no rate");
            return Optional.empty();
        }
        GateResult gate =
                result.header().run().shard() == null ? GateChecker.check(result) : GateChecker.checkShard(result);
        gate.lines().forEach(line -> Log.info(prefix(campaign) + line));
        gate.warnings().forEach(warning -> Log.warn(prefix(campaign) + warning));
        publish(campaign, gate);
        if (gate.status() == GateStatus.PASS) {
            return Optional.empty();
        }
        String line = prefix(campaign) + failure(gate);
        boolean tolerated = gate.status() == GateStatus.INCONCLUSIVE && !test.failOnInconclusive();
        if (tolerated) {
            Log.warn(line);
            return Optional.empty();
        }
        return Optional.of(line);
    }

    private String failure(GateResult gate) {
        List<Violation> violations = gate.violations();
        String first = violations.isEmpty()
                ? "no reason given"
                : violations.get(0).subject() + ": " + violations.get(0).message();
        String more = violations.size() > 1 ? " (and " + (violations.size() - 1) + " more)" : "";
        return gate.status() + ": " + Texts.oneLine(first, SHOWN) + more + "; report: "
                + test.output().resolve("report").resolve("index.html");
    }

    private void publish(TargetCampaign campaign, GateResult gate) {
        String lines = gate.lines().isEmpty() ? failure(gate) : String.join(" | ", gate.lines());
        template.publishReportEntry(Map.of(
                "harmcheck.target", campaign.app().name(),
                "harmcheck.gate", gate.status().name(),
                "harmcheck.result", lines));
    }

    private String prefix(TargetCampaign campaign) {
        return severalTargets ? campaign.app().name() + ": " : "";
    }
}
