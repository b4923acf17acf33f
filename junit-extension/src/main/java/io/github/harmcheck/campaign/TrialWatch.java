package io.github.harmcheck.campaign;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/**
 * Bounds the calls of one trial in time.
 *
 * @param giveUp told what happened when a call ignored its interrupt
 */
record TrialWatch(Deadlines deadlines, Duration limit, Consumer<String> giveUp) {

    /** Returns a watch with a multiple of the limit. */
    TrialWatch times(int factor) {
        return new TrialWatch(deadlines, limit.multipliedBy(factor), giveUp);
    }

    <T> T call(String what, Callable<T> call) throws Exception {
        return deadlines.call(what, limit, giveUp, call);
    }
}
