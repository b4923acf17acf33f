package io.github.harmcheck.result;

import io.github.harmcheck.internal.Hashes;

/**
 * One of several parts of a campaign that run on machines of their own. Behaviors are split by a stable hash of their
 * ids, so that the parts have no overlap and no gap whatever runs where.
 *
 * @param index which part, from 1
 * @param count how many parts there are, 1 or more
 * @since 0.1.0
 */
public record Shard(int index, int count) {
    public Shard {
        if (count < 1 || index < 1 || index > count) {
            throw new IllegalArgumentException("a shard is i/n with 1 <= i <= n, was " + index + "/" + count);
        }
    }

    /** Returns whether a behavior belongs to this part. */
    public boolean holds(String dataset, String behavior) {
        String hash = Hashes.sha256(dataset + "/" + behavior);
        return Integer.remainderUnsigned(Integer.parseUnsignedInt(hash.substring(0, 8), 16), count) == index - 1;
    }

    @Override
    public String toString() {
        return index + "/" + count;
    }
}
