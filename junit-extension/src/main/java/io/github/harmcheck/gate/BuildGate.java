package io.github.harmcheck.gate;

import io.github.harmcheck.internal.Texts;
import io.github.harmcheck.result.CampaignResult;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The gate of a whole build: across classes, forks and modules. Holds every campaign of this build to its test's limits,
 * tightened by the build's, and to the build's rules, and asks that every test has run. Reads only what it is given.
 * Stateless.
 *
 * @since 0.1.0
 */
public final class BuildGate {
    private BuildGate() {}

    /**
     * Checks a build.
     *
     * @param campaigns what the journals say, in any order, those of earlier builds included
     * @param unreadable journals that cannot be believed
     * @param expected the tests that exist in the compiled test classes
     * @param config what the build asks for
     */
    public static BuildGateResult check(
            List<CampaignResult> campaigns,
            List<UnreadableJournal> unreadable,
            List<ExpectedTest> expected,
            GateConfig config) {
        CampaignSelection selection =
                new CampaignSelection(campaigns, config.buildStart(), campaign -> checkOne(campaign, config));
        Map<CampaignResult, GateResult> checked = selection.checked();
        List<FailureMessage> messages = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        List<Violation> violations = new ArrayList<>();
        checked.forEach((campaign, gate) -> {
            violations.addAll(gate.violations());
            gate.lines().forEach(line -> lines.add(GateLines.subject(campaign) + " / " + line));
            warnings.addAll(gate.warnings());
        });
        checkUnreadable(unreadable, config, messages, warnings);
        checkRules(checked, config, messages, lines, warnings);
        Completeness.check(expected, checked.keySet(), selection, config.allowMissing(), messages, warnings);
        if (checked.isEmpty() && expected.isEmpty() && messages.isEmpty()) {
            noCampaign(selection, config, messages, warnings);
        }
        messages.forEach(message -> violations.add(message.toViolation()));
        return new BuildGateResult(GateResult.ofViolations(violations, lines, warnings), List.copyOf(checked.keySet()));
    }

    private static GateResult checkOne(CampaignResult campaign, GateConfig config) {
        try {
            return GateChecker.check(campaign, config.tighten(campaign.header().limits()), config.onAborted());
        } catch (UncheckedIOException e) {
            return GateResult.of(
                    List.of(CampaignMessages.unreadable(campaign, String.valueOf(e.getMessage()))),
                    List.of(),
                    List.of());
        }
    }

    private static void checkUnreadable(
            List<UnreadableJournal> unreadable,
            GateConfig config,
            List<FailureMessage> messages,
            List<String> warnings) {
        for (UnreadableJournal journal : unreadable) {
            if (CampaignSelection.isStale(journal.start(), config.buildStart())) {
                warnings.add("not counted, of an earlier build and unreadable: " + Texts.oneLine(journal.path(), 400));
            } else {
                messages.add(BuildMessages.unreadable(journal));
            }
        }
    }

    private static void checkRules(
            Map<CampaignResult, GateResult> checked,
            GateConfig config,
            List<FailureMessage> messages,
            List<String> lines,
            List<String> warnings) {
        List<CampaignResult> gated = checked.keySet().stream()
                .filter(campaign -> !campaign.header().reference())
                .filter(campaign -> Evidence.aborted(campaign).isEmpty())
                .filter(campaign -> campaign.header().run().shard() == null)
                .toList();
        if (gated.isEmpty()) {
            return;
        }
        for (Rule rule : config.rules()) {
            try {
                new RuleCheck(rule, messages, lines, warnings).check(gated);
            } catch (UncheckedIOException e) {
                messages.add(BuildMessages.ruleUnreadable(rule, String.valueOf(e.getMessage())));
            }
        }
    }

    private static void noCampaign(
            CampaignSelection selection, GateConfig config, List<FailureMessage> messages, List<String> warnings) {
        int others = selection.uncounted().size();
        String why =
                others == 0 ? "" : ", and " + GateLines.count(others, "campaign") + " partial or of earlier builds";
        FailureMessage message = BuildMessages.noCampaign(why);
        if (config.failIfNoFindings()) {
            messages.add(message);
        } else {
            warnings.add("no findings of this build" + why);
        }
    }
}
