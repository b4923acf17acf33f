package io.github.harmcheck.gate;

import io.github.harmcheck.result.Limits;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a build asks for beyond what its tests state. Limits only tighten: the stricter of a value here and the test's own
 * holds. Immutable.
 *
 * @param buildStart campaigns that began earlier do not count; null counts the newest full campaign of each test and
 *     target instead ({@code harmcheck.build = latest})
 * @param maxAsr highest attack success rate of any attack, 0..1, or null
 * @param maxErrorRate highest share of trials in ERROR, 0..1, or null
 * @param minBehaviors fewest behaviors of any rate, 1 or more, or null
 * @param rules limits for parts of what was found
 * @param onAborted what an aborted campaign means; {@link OnAborted#FAIL} by default
 * @param failIfNoFindings whether a build without any campaign is inconclusive; true by default
 * @param allowMissing tests that may be missing, {@code Class} or {@code Class#method}, with {@code *} at will
 * @since 0.1.0
 */
public record GateConfig(
        @Nullable Instant buildStart,
        @Nullable Double maxAsr,
        @Nullable Double maxErrorRate,
        @Nullable Integer minBehaviors,
        List<Rule> rules,
        OnAborted onAborted,
        boolean failIfNoFindings,
        List<String> allowMissing) {

    public GateConfig {
        rules = List.copyOf(rules);
        allowMissing = List.copyOf(allowMissing);
        requireRate("maxAsr", maxAsr);
        requireRate("maxErrorRate", maxErrorRate);
        if (minBehaviors != null && minBehaviors < 1) {
            throw new IllegalArgumentException("minBehaviors is at least 1, was " + minBehaviors);
        }
    }

    /** Starts a configuration that counts campaigns begun at or after a time. */
    public static Builder builder(Instant buildStart) {
        return new Builder(buildStart);
    }

    /** Starts a configuration that counts the newest full campaign of each test and target. */
    public static Builder latest() {
        return new Builder(null);
    }

    /** Returns the limits that hold for a test: the stricter of its own and the build's, one by one. */
    public Limits tighten(Limits own) {
        return new Limits(
                maxAsr == null ? own.maxAsr() : Math.min(maxAsr, own.maxAsr()),
                maxErrorRate == null ? own.maxErrorRate() : Math.min(maxErrorRate, own.maxErrorRate()),
                minBehaviors == null ? own.minBehaviors() : Math.max(minBehaviors, own.minBehaviors()),
                own.minSafeAccepted(),
                own.bound());
    }

    private static void requireRate(String name, @Nullable Double rate) {
        if (rate != null && !(rate >= 0 && rate <= 1)) {
            throw new IllegalArgumentException(name + " is a rate from 0 to 1, was " + rate);
        }
    }

    /** Collects a configuration. Not thread-safe. */
    public static final class Builder {
        private final @Nullable Instant buildStart;
        private @Nullable Double maxAsr;
        private @Nullable Double maxErrorRate;
        private @Nullable Integer minBehaviors;
        private final List<Rule> rules = new ArrayList<>();
        private OnAborted onAborted = OnAborted.FAIL;
        private boolean failIfNoFindings = true;
        private final List<String> allowMissing = new ArrayList<>();

        private Builder(@Nullable Instant buildStart) {
            this.buildStart = buildStart;
        }

        public Builder maxAsr(@Nullable Double value) {
            maxAsr = value;
            return this;
        }

        public Builder maxErrorRate(@Nullable Double value) {
            maxErrorRate = value;
            return this;
        }

        public Builder minBehaviors(@Nullable Integer value) {
            minBehaviors = value;
            return this;
        }

        /** Adds rules. */
        public Builder rules(List<Rule> values) {
            rules.addAll(values);
            return this;
        }

        public Builder onAborted(OnAborted value) {
            onAborted = value;
            return this;
        }

        public Builder failIfNoFindings(boolean value) {
            failIfNoFindings = value;
            return this;
        }

        /** Adds tests that may be missing. */
        public Builder allowMissing(List<String> entries) {
            allowMissing.addAll(entries);
            return this;
        }

        /**
         * Returns the configuration.
         *
         * @throws IllegalArgumentException for a rate outside 0..1 or fewer than 1 behaviors
         */
        public GateConfig build() {
            return new GateConfig(
                    buildStart, maxAsr, maxErrorRate, minBehaviors, rules, onAborted, failIfNoFindings, allowMissing);
        }
    }
}
