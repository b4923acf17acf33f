package io.github.harmcheck.assertj;

import org.jspecify.annotations.Nullable;

/**
 * Assertions about one reply of the app.
 *
 * @since 0.1.0
 */
public class ReplyAssert extends AbstractReplyAssert<ReplyAssert> {
    /** Creates an assertion; {@link HarmAssertions#assertThatReply(String)} reads better. */
    public ReplyAssert(@Nullable String actual) {
        super(actual, ReplyAssert.class);
    }
}
