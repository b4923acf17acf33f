package io.github.harmcheck.assertj;

import io.github.harmcheck.result.Finding;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about one trial.
 *
 * @since 0.1.0
 */
public class FindingAssert extends AbstractFindingAssert<FindingAssert> {
    /** Creates an assertion; {@link HarmAssertions#assertThat(Finding)} reads better. */
    public FindingAssert(@Nullable Finding actual) {
        super(actual, FindingAssert.class);
    }
}
