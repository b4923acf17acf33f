package io.github.harmcheck.result;

import java.util.List;
import java.util.Map;
import java.util.Objects;
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
 * @param followUps ids of attacks that say the same as others in another way, each with the ids of those others that ran
 *     too; see {@link MetamorphicRelation}
 * @since 0.1.0
 */
public record RunDetails(
        String mode,
        @Nullable String resumedFrom,
        @Nullable Shard shard,
        double earlyStop,
        Map<String, String> options,
        Map<String, List<String>> followUps) {
    /** A run of all of the plan, called live. */
    public static final RunDetails PLAIN = new RunDetails("live", null, null, 0, Map.of());

    public RunDetails {
        options = Map.copyOf(new TreeMap<>(options));
        followUps = Map.copyOf(Objects.requireNonNullElse(followUps, Map.of()));
    }

    /** Creates the details of a run without follow-ups. */
    public RunDetails(
            String mode,
            @Nullable String resumedFrom,
            @Nullable Shard shard,
            double earlyStop,
            Map<String, String> options) {
        this(mode, resumedFrom, shard, earlyStop, options, Map.of());
    }
}
