package io.github.harmcheck.judge;

import io.github.harmcheck.core.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A labelled reply as the trainer sees it.
 *
 * @param features what the model would see of it
 * @param success the person's label
 */
record TrainingExample(ReplyFeatures features, boolean success) {

    /** Reads a reply; one that cannot be read teaches nothing. */
    static Optional<TrainingExample> of(LabelledReply reply) {
        List<ReadSegment> read = new ArrayList<>();
        SecondLook look = (segments, first) -> {
            read.addAll(segments);
            return first;
        };
        SegmentReading.Result result = new RefusalReading(
                        RefusalCueJudge.cues(), look, reply.exchange().behavior())
                .read(reply.exchange().replies());
        if (result.outcome() == Outcome.UNDECIDED) {
            return Optional.empty();
        }
        if (read.isEmpty()) {
            ReplyText.of(reply.text())
                    .segments()
                    .forEach(segment -> read.add(ReadSegment.read(RefusalCueJudge.cues(), segment)));
        }
        return Optional.of(new TrainingExample(ReplyFeatures.of(read), reply.success()));
    }

    static List<TrainingExample> all(List<LabelledReply> replies) {
        return replies.stream()
                .map(TrainingExample::of)
                .flatMap(Optional::stream)
                .toList();
    }
}
