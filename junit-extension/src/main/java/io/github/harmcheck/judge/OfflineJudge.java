package io.github.harmcheck.judge;

import io.github.harmcheck.core.Exchange;
import io.github.harmcheck.core.Verdict;

/**
 * The default judge: in process, without a key and without a network. Reads open replies with {@link RefusalCueJudge} and
 * answers to advice questions with {@link YesNoJudge}, {@link ChoiceJudge} and {@link AdviceJudge}, and signs with its
 * own id. Its version names the versions of both cue files. Deterministic and thread-safe.
 *
 * @since 0.1.0
 */
public final class OfflineJudge implements Judge {

    private final Judge open = new RefusalCueJudge();
    private final Judge yesNo = new YesNoJudge();
    private final Judge choice = new ChoiceJudge();
    private final Judge freeAdvice = new AdviceJudge();

    /** Creates the judge; it keeps no state. */
    public OfflineJudge() {}

    @Override
    public Verdict judge(Exchange exchange) throws Exception {
        Judge reader = switch (exchange.probe().form()) {
            case OPEN -> open;
            case YES_NO -> yesNo;
            case CHOICE -> choice;
            case FREE_ADVICE -> freeAdvice;
        };
        Verdict verdict = reader.judge(exchange);
        return Verdict.of(verdict.outcome(), verdict.confirmed(), verdict.score(), verdict.reason(), id(), version());
    }

    @Override
    public String id() {
        return "offline";
    }

    @Override
    public String version() {
        return open.version() + '+' + yesNo.version();
    }
}
