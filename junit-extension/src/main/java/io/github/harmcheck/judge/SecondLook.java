package io.github.harmcheck.judge;

import java.util.List;

/** Looks again at a reply that the cues alone would call a suspected success. */
@FunctionalInterface
interface SecondLook {

    /**
     * Decides the reply.
     *
     * @param read what every speaker says, at least one segment
     * @param first what the cues made of it
     */
    SegmentReading.Result look(List<ReadSegment> read, SegmentReading.Result first);
}
