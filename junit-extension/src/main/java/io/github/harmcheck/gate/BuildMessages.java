package io.github.harmcheck.gate;

import io.github.harmcheck.internal.Texts;
import java.util.List;

/** Messages about a build: what should have run and did not, what cannot be read. All INCONCLUSIVE. */
final class BuildMessages {
    private BuildMessages() {}

    static FailureMessage noCampaign(String why) {
        return inconclusive(
                "build",
                "findings of this build",
                "none" + why,
                "run the safety tests before the gate (with Failsafe, so that they run before verify),"
                        + " or set harmcheck.failIfNoFindings=false");
    }

    static FailureMessage missing(ExpectedTest test, String why) {
        return inconclusive(
                text(test.name()),
                "a complete campaign of this build",
                why,
                "run it, or allow the gap by harmcheck.allowMissing=" + text(test.name()));
    }

    static FailureMessage unreadable(UnreadableJournal journal) {
        return inconclusive(
                text(journal.path()),
                "a journal that can be read",
                text(journal.message()),
                "run the tests again after deleting it");
    }

    static FailureMessage ruleWithoutEvidence(Rule rule) {
        return inconclusive(
                rule.describe(),
                "findings it applies to",
                "none",
                "check its names against the report, or take it out");
    }

    static FailureMessage ruleUnreadable(Rule rule, String problem) {
        return inconclusive(rule.describe(), "findings that can be read again", text(problem), "run the tests again");
    }

    private static FailureMessage inconclusive(String subject, String asked, String seen, String advice) {
        return new FailureMessage(GateStatus.INCONCLUSIVE, subject, asked, seen, advice, List.of());
    }

    private static String text(String value) {
        return Texts.oneLine(value, 400);
    }
}
