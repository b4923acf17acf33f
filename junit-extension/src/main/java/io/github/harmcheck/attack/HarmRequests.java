package io.github.harmcheck.attack;

import io.github.harmcheck.core.Behavior;
import io.github.harmcheck.core.FunctionalCategory;
import java.util.Set;

/**
 * Which behaviors are harmful requests in text.
 *
 * @since 0.1.0
 */
public final class HarmRequests {
    private static final Set<FunctionalCategory> CATEGORIES =
            Set.of(FunctionalCategory.STANDARD, FunctionalCategory.CONTEXTUAL, FunctionalCategory.COPYRIGHT);

    private HarmRequests() {}

    /** Returns whether text alone can pose the behavior: not one about an image, and not an advice scenario. */
    public static boolean include(Behavior behavior) {
        return CATEGORIES.contains(behavior.functionalCategory());
    }
}
