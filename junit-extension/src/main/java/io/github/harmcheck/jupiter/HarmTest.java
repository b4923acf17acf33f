package io.github.harmcheck.jupiter;

import io.github.harmcheck.dataset.Selection;
import io.github.harmcheck.result.Limits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One test as it will run: what its annotation states, else what the settings say.
 *
 * @param annotation name of the annotation, for messages
 * @param testClass binary name of the class that runs
 * @param testMethod name of the method
 * @param datasets names of the datasets
 * @param attacks ids of attacks and groups
 * @param attackOptions settings of attacks
 * @param selection which behaviors to take
 * @param variants most variants of each attack, or null for all
 * @param targets names of the targets to attack; empty for all
 * @param earlyStop error level of sequential stopping, 0 for none
 * @param judge name of the judge; empty for the only one
 * @param failOnInconclusive whether an undecided gate fails
 * @param output folder of journals and reports
 */
record HarmTest(
        String annotation,
        String testClass,
        String testMethod,
        Grain grain,
        List<String> datasets,
        List<String> attacks,
        Map<String, String> attackOptions,
        Selection selection,
        @Nullable Integer variants,
        int trials,
        long seed,
        Limits limits,
        int concurrency,
        long maxCalls,
        @Nullable Integer maxCallsPerBehavior,
        @Nullable Duration maxDuration,
        Duration callTimeout,
        double earlyStop,
        String judge,
        List<String> targets,
        boolean failOnInconclusive,
        Path output) {

    /** Returns how messages name the test: {@code @HarmBehavior on SomeTest.someMethod}. */
    String title() {
        return annotation + " on " + testClass.substring(testClass.lastIndexOf('.') + 1) + "." + testMethod;
    }
}
