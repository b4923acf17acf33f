package io.github.harmcheck.gate;

import io.github.harmcheck.internal.Texts;
import io.github.harmcheck.result.CampaignHeader;
import io.github.harmcheck.result.CampaignResult;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks that every test that exists has run: a disabled, filtered or killed class must not pass silently. */
final class Completeness {
    private Completeness() {}

    static void check(
            List<ExpectedTest> expected,
            Collection<CampaignResult> counted,
            CampaignSelection selection,
            List<String> allowMissing,
            List<FailureMessage> messages,
            List<String> warnings) {
        Set<String> used = new HashSet<>();
        for (ExpectedTest test : expected) {
            List<CampaignResult> runs =
                    counted.stream().filter(run -> isRunOf(test, run)).toList();
            if (!runs.isEmpty()) {
                if (runs.stream().allMatch(run -> run.header().reference())) {
                    messages.add(BuildMessages.missing(test, "only its reference target ran, nothing is gated"));
                }
                continue;
            }
            String why = why(test, selection);
            List<String> entries = allowMissing.stream().filter(test::matches).toList();
            if (entries.isEmpty()) {
                messages.add(BuildMessages.missing(test, why));
            } else {
                used.addAll(entries);
                warnings.add("allowed to be missing: " + Texts.oneLine(test.name(), 400) + ": " + why);
            }
        }
        for (String entry : allowMissing) {
            if (!used.contains(entry)) {
                warnings.add("allowMissing entry " + Texts.quoted(entry, 200) + " excuses nothing: take it out");
            }
        }
    }

    private static String why(ExpectedTest test, CampaignSelection selection) {
        List<CampaignResult> others =
                selection.uncounted().stream().filter(run -> isRunOf(test, run)).toList();
        if (others.isEmpty()) {
            return "no campaign: it was disabled, filtered out, or ended before its first attempt";
        }
        CampaignResult last = others.get(others.size() - 1);
        return last.header().partial()
                ? "only a partial run, which stands for no full one"
                : "only a campaign of an earlier build, begun " + last.header().start();
    }

    private static boolean isRunOf(ExpectedTest test, CampaignResult run) {
        CampaignHeader header = run.header();
        return test.testClass().equals(header.testClass()) && test.method().equals(header.testMethod());
    }
}
