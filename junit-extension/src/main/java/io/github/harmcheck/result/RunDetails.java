package io.github.harmcheck.result;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How a campaign was run, beyond what it asked.
 *
 * @param mode where answers came from: {@code live}, {@code record}, {@code replay} or {@code auto}
 * @param resumedFrom id of the run whose findings were taken over, or null
 * @param shard the part of the plan that this run is, or null for all of it
 * @param earlyStop the error level of sequential stopping, 0..1; 0 where it was not asked for
 * @param options settings of attacks
 * @since 0.1.0
 */
public record RunDetails(
        String mode,
        @Nullable String resumedFrom,
        @Nullable Shard shard,
        double earlyStop,
        Map<String, String> options) {
    /** A run of all of the plan, called live. */
    public static final RunDetails PLAIN = new RunDetails("live", null, null, 0, Map.of());

    public RunDetails {
        options = Map.copyOf(new TreeMap<>(options));
    }

    /** Returns these details of all parts together. */
    public RunDetails withoutShard() {
        return new RunDetails(mode, resumedFrom, null, earlyStop, options);
    }
}
