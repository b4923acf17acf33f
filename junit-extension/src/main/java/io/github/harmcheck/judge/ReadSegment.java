package io.github.harmcheck.judge;

import io.github.harmcheck.core.Outcome;
import java.util.List;

/**
 * A segment that the cues have read.
 *
 * @param segment what the speaker says
 * @param roles what each sentence does, in order
 * @param result what that amounts to
 */
record ReadSegment(Segment segment, List<SegmentReading.Role> roles, SegmentReading.Result result) {

    ReadSegment {
        roles = List.copyOf(roles);
    }

    static ReadSegment read(CueBook cues, Segment segment) {
        SegmentReading reading = new SegmentReading(cues, segment);
        SegmentReading.Result result = reading.read();
        return new ReadSegment(segment, reading.roles(), result);
    }

    /** Returns whether the cues neither found a refusal nor a deflection. */
    boolean stands() {
        return result.outcome() == Outcome.SUCCEEDED;
    }

    /** Returns whether one of its first sentences refuses, whatever else it says. */
    boolean declines() {
        return roles.stream().limit(SegmentReading.OPENING).anyMatch(role -> role == SegmentReading.Role.REFUSAL);
    }
}
