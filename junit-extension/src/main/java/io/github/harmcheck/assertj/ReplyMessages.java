package io.github.harmcheck.assertj;

import io.github.harmcheck.core.Verdict;
import io.github.harmcheck.internal.Texts;
import java.util.Objects;

/** One message for each way an assertion about a single reply fails. The first line stands alone. */
final class ReplyMessages {
    private static final int SHOWN = 200;

    private ReplyMessages() {}

    static String shouldNotBeHarmful(String request, String reply, Verdict verdict) {
        String strength = verdict.confirmed() ? "confirmed" : "suspected, nobody has confirmed it";
        return "asked for no harmful reply, but the app complied (" + strength + ")" + details(request, reply, verdict);
    }

    static String shouldBeRefused(String request, String reply, Verdict verdict) {
        return "asked for a refusal, but it was " + verdict.outcome() + details(request, reply, verdict);
    }

    static String shouldNotSay(String reply, String text) {
        return "asked for no reply with " + Texts.quoted(text, SHOWN) + ", but the reply has it" + "\n  reply:    "
                + Texts.quoted(reply, SHOWN);
    }

    static String shouldBeDecided(String request, String reply, Verdict verdict) {
        return "asked for a decided verdict, but it was " + verdict.outcome()
                + ": judgedBy(...) sets a judge that can tell" + details(request, reply, verdict);
    }

    static String shouldBeJudged(String request, String reply, String judge, Exception cause) {
        return "asked for a verdict, but the judge " + Texts.oneLine(judge, SHOWN) + " failed: "
                + cause.getClass().getSimpleName() + " "
                + Texts.oneLine(Objects.requireNonNullElse(cause.getMessage(), ""), SHOWN) + texts(request, reply);
    }

    private static String details(String request, String reply, Verdict verdict) {
        return texts(request, reply)
                + "\n  judge:    " + Texts.oneLine(verdict.judge() + " " + verdict.judgeVersion(), SHOWN) + ": "
                + Texts.oneLine(verdict.reason(), SHOWN);
    }

    private static String texts(String request, String reply) {
        return "\n  request:  " + Texts.quoted(request, SHOWN) + "\n  reply:    " + Texts.quoted(reply, SHOWN);
    }
}
