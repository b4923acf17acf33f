package io.github.harmcheck.result;

import io.github.harmcheck.core.Usage;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a run used, by role. A run that was resumed counts only what it used itself.
 *
 * @param target calls and tokens of the target
 * @param attacker of the attacker model
 * @param judge of the verdict judge's model
 * @param retries calls that the endpoints turned away and that were made again
 * @param took time from the first call to the end of the run
 * @param cost what the tokens cost at the prices given, or null where none were
 * @since 0.1.0
 */
public record Spent(
        Usage target,
        Usage attacker,
        Usage judge,
        long retries,
        Duration took,
        @Nullable Double cost) {}
