package io.github.harmcheck.campaign;

import io.github.harmcheck.core.AttemptKey;
import io.github.harmcheck.result.io.JournalWriter;
import io.github.harmcheck.result.io.JournalWriter.Position;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a run of a campaign begins with.
 *
 * @param journal open, with the findings that were taken over from an earlier run
 * @param known where those lie; their trials are not run again
 * @param early what decides when enough is known, or null where the whole plan is run
 * @param only the trials of the plan to run
 * @param remember whether findings can be awaited one by one; costs memory for each
 */
record Launch(
        Plan plan,
        Planner planner,
        EngineCalls calls,
        JournalWriter journal,
        Map<AttemptKey, Position> known,
        @Nullable EarlyStop early,
        Predicate<AttemptKey> only,
        boolean remember) {}
