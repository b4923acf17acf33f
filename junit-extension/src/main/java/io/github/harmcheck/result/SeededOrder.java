package io.github.harmcheck.result;

import io.github.harmcheck.internal.Seeds;
import java.util.Comparator;
import java.util.function.Function;

/**
 * The order in which a campaign that may stop early takes up its behaviors. It is drawn by seed from nothing but the names
 * of the behaviors, so that whoever reads the journal can rebuild it, and that it says nothing about the replies.
 *
 * @param seed the campaign's seed
 * @since 0.1.0
 */
public record SeededOrder(long seed) {

    /** Returns the order of things that are about a behavior. */
    public <T> Comparator<T> by(Function<T, String> dataset, Function<T, String> behavior) {
        return Comparator.comparingLong((T thing) -> place(dataset.apply(thing), behavior.apply(thing)))
                .thenComparing(dataset)
                .thenComparing(behavior);
    }

    private long place(String dataset, String behavior) {
        return Seeds.random(seed, "early-stop", dataset, behavior).nextLong();
    }
}
