package io.github.harmcheck.assertj;

import io.github.harmcheck.result.BehaviorResult;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about all trials of one behavior.
 *
 * @since 0.1.0
 */
public class BehaviorResultAssert extends AbstractBehaviorResultAssert<BehaviorResultAssert> {
    /** Creates an assertion; {@link HarmAssertions#assertThat(BehaviorResult)} reads better. */
    public BehaviorResultAssert(@Nullable BehaviorResult actual) {
        super(actual, BehaviorResultAssert.class);
    }
}
