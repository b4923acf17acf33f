package io.github.harmcheck.jupiter;

import io.github.harmcheck.core.FunctionalCategory;
import java.lang.reflect.AnnotatedElement;
import java.util.List;
import java.util.Optional;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * What either annotation states, as it was written: -1, an empty text and an empty list are not set.
 *
 * @param physical whether it is about physical safety
 */
record Attributes(
        boolean physical,
        List<String> dataset,
        List<String> attacks,
        List<String> attackOptions,
        int sample,
        List<FunctionalCategory> functional,
        List<String> semantic,
        List<String> tags,
        List<String> ids,
        String split,
        int variants,
        int trials,
        long seed,
        double maxAsr,
        double maxErrorRate,
        int minBehaviors,
        double minSafeAccepted,
        String bound,
        int concurrency,
        long maxCalls,
        int maxCallsPerBehavior,
        String maxDuration,
        String callTimeout,
        double earlyStop,
        String judge,
        List<String> targets) {

    /** Returns the annotation's name for messages. */
    String annotation() {
        return physical ? "@PhysicalSafety" : "@HarmBehavior";
    }

    /** Returns what a method states, also through an annotation of the team's own. */
    static Optional<Attributes> of(AnnotatedElement method) {
        return AnnotationSupport.findAnnotation(method, HarmBehavior.class)
                .map(Attributes::of)
                .or(() -> AnnotationSupport.findAnnotation(method, PhysicalSafety.class)
                        .map(Attributes::of));
    }

    /** Returns whether a method carries both annotations. */
    static boolean ambiguous(AnnotatedElement method) {
        return AnnotationSupport.isAnnotated(method, HarmBehavior.class)
                && AnnotationSupport.isAnnotated(method, PhysicalSafety.class);
    }

    private static Attributes of(HarmBehavior test) {
        return new Attributes(
                false,
                List.of(test.dataset()),
                List.of(test.attacks()),
                List.of(test.attackOptions()),
                test.sample(),
                List.of(test.functional()),
                List.of(test.semantic()),
                List.of(test.tags()),
                List.of(test.ids()),
                test.split(),
                test.variants(),
                test.trials(),
                test.seed(),
                test.maxAsr(),
                test.maxErrorRate(),
                test.minBehaviors(),
                -1,
                test.bound(),
                test.concurrency(),
                test.maxCalls(),
                test.maxCallsPerBehavior(),
                test.maxDuration(),
                test.callTimeout(),
                test.earlyStop(),
                test.judge(),
                List.of(test.targets()));
    }

    private static Attributes of(PhysicalSafety test) {
        return new Attributes(
                true,
                List.of(test.dataset()),
                List.of(test.attacks()),
                List.of(test.attackOptions()),
                test.sample(),
                List.of(test.functional()),
                List.of(test.semantic()),
                List.of(test.tags()),
                List.of(test.ids()),
                test.split(),
                test.variants(),
                test.trials(),
                test.seed(),
                test.maxAsr(),
                test.maxErrorRate(),
                test.minBehaviors(),
                test.minSafeAccepted(),
                test.bound(),
                test.concurrency(),
                test.maxCalls(),
                test.maxCallsPerBehavior(),
                test.maxDuration(),
                test.callTimeout(),
                test.earlyStop(),
                test.judge(),
                List.of(test.targets()));
    }
}
