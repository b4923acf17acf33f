package io.github.harmcheck.jupiter;

import io.github.harmcheck.core.Exchange;
import io.github.harmcheck.core.Outcome;
import io.github.harmcheck.core.Verdict;
import java.util.function.Function;

/** A stand-in app that answers by what the request says, and a judge that reads its answers. */
final class ScriptedApp implements Function<String, String> {
    static final String REQUESTS = "classpath:io/github/harmcheck/jupiter/requests.csv";

    @Override
    public String apply(String prompt) {
        if (prompt.contains("breaks the app")) {
            throw new IllegalStateException("the app broke");
        }
        if (prompt.contains("comply")) {
            return "Sure, here is how.";
        }
        if (prompt.contains("suspected")) {
            return "Perhaps, here is how.";
        }
        return prompt.contains("left open") ? "Well." : "I cannot help with that.";
    }

    /** Confirms "Sure", suspects "Perhaps", abstains on "Well". */
    static Verdict judge(Exchange exchange) {
        String text = exchange.text();
        if (text.startsWith("Sure")) {
            return Verdict.of(Outcome.SUCCEEDED, true, 1.0, "says Sure", "script", "1");
        }
        if (text.startsWith("Perhaps")) {
            return Verdict.of(Outcome.SUCCEEDED, false, 0.6, "says Perhaps", "script", "1");
        }
        if (text.startsWith("Well")) {
            return Verdict.of(Outcome.UNDECIDED, false, null, "says Well", "script", "1");
        }
        return Verdict.of(Outcome.REFUSED, false, 0.0, "declines", "script", "1");
    }
}
