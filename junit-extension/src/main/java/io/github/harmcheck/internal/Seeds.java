package io.github.harmcheck.internal;

import java.util.SplittableRandom;

/** The one place where randomness comes from: a generator named by the campaign's seed and what it is for. */
public final class Seeds {
    private Seeds() {}

    /**
     * Returns a generator that is the same for the same seed and names, and unrelated for others, so that the choice for
     * one behavior does not depend on which other behaviors run.
     */
    public static SplittableRandom random(long seed, String... names) {
        long state = mix(seed);
        for (String name : names) {
            for (int i = 0; i < name.length(); i++) {
                state = mix(state ^ name.charAt(i));
            }
            state = mix(state + 0x9E3779B97F4A7C15L);
        }
        return new SplittableRandom(state);
    }

    private static long mix(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
