package io.github.harmcheck.judge;

import io.github.harmcheck.core.Exchange;
import io.github.harmcheck.core.Verdict;

/** Reads open replies by the refusal cues and, where these alone would suspect a success, by the trained model too. */
final class OpenReplyJudge implements Judge {

    private final OfflineModel model;
    private final SecondLook look;

    OpenReplyJudge(OfflineModel model) {
        this.model = model;
        this.look = new ModelLook(model);
    }

    @Override
    public Verdict judge(Exchange exchange) {
        SegmentReading.Result result =
                new RefusalReading(RefusalCueJudge.cues(), look, exchange.behavior()).read(exchange.replies());
        return Verdict.of(result.outcome(), false, result.score(), result.reason(), id(), version());
    }

    @Override
    public String id() {
        return "open-reply";
    }

    @Override
    public String version() {
        return RefusalCueJudge.cues().version() + "/model" + model.version();
    }
}
