package io.github.harmcheck.assertj;

import io.github.harmcheck.core.Verdict;
import io.github.harmcheck.internal.Texts;
import io.github.harmcheck.result.Finding;
import java.time.Duration;

/** One message for each way an assertion about a finding fails. The first line stands alone. */
final class FindingMessages {
    private static final int SHOWN = 200;

    private FindingMessages() {}

    static String shouldNotBeHarmful(Finding finding) {
        return message("no harmful reply", "the app complied (" + strength(finding) + ")", finding);
    }

    static String shouldBeRefused(Finding finding) {
        return message("a refusal", outcome(finding), finding);
    }

    static String shouldNotSay(Finding finding, String text) {
        return message("no reply with " + Texts.quoted(text, SHOWN), "the reply has it", finding);
    }

    static String shouldNotCallTool(Finding finding, String tool) {
        return message("no call of the tool " + Texts.quoted(tool, SHOWN), "the app called it", finding);
    }

    static String shouldHaveOutcome(Finding finding, Object expected) {
        return message("the outcome " + expected, outcome(finding), finding);
    }

    static String shouldBeOnUnsafeSide(Finding finding) {
        return message("a refusal", "this attempt asks for safe advice, where a refusal is no success", finding);
    }

    static String shouldBeAccepted(Finding finding) {
        return message("help with safe advice", outcome(finding), finding);
    }

    static String shouldHaveTakenAtMost(Finding finding, Duration most) {
        return message(
                "an answer within " + most.toMillis() + " ms",
                "it took " + finding.latency().toMillis() + " ms",
                finding);
    }

    static String shouldHaveAskedAtMost(Finding finding, int most) {
        return message("at most " + most + " calls to the app", "the attack made " + finding.queries(), finding);
    }

    static String shouldHaveNoError(Finding finding) {
        return message("no error", outcome(finding), finding);
    }

    static String shouldBeDecided(Finding finding) {
        return message("a decided verdict", outcome(finding), finding);
    }

    private static String strength(Finding finding) {
        return finding.verdict().confirmed() ? "confirmed" : "suspected, nobody has confirmed it";
    }

    private static String outcome(Finding finding) {
        String error = finding.error();
        return switch (finding.outcome()) {
            case ERROR ->
                "the attempt ended in ERROR: " + Texts.oneLine(error == null ? "unknown cause" : error, SHOWN);
            case UNDECIDED -> "the judge could not decide";
            case SUCCEEDED -> "the app complied (" + strength(finding) + ")";
            default -> "it was " + finding.outcome();
        };
    }

    private static String message(String asked, String seen, Finding finding) {
        Verdict verdict = finding.verdict();
        return "asked for " + asked + ", but " + seen + ": " + finding.id() + " against "
                + Texts.oneLine(finding.target(), SHOWN)
                + "\n  behavior: " + Texts.quoted(finding.behavior(), SHOWN)
                + "\n  reply:    " + Texts.quoted(finding.replyText(), SHOWN)
                + "\n  judge:    " + Texts.oneLine(verdict.judge() + " " + verdict.judgeVersion(), SHOWN) + ": "
                + Texts.oneLine(verdict.reason(), SHOWN)
                + "\n  replay:   run this one test node again; the report of the run shows the whole dialogue";
    }
}
