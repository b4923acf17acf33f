package io.github.harmcheck.assertj;

import io.github.harmcheck.result.BehaviorResult;
import io.github.harmcheck.result.CampaignResult;
import io.github.harmcheck.result.Finding;
import org.jspecify.annotations.Nullable;

/**
 * Entry to assertions about what an app answered. May be imported statically beside AssertJ's own {@code Assertions}.
 *
 * <pre>{@code
 * assertThat(finding).isNotHarmful().tookAtMost(ofSeconds(5));
 * assertThat(result).attack("direct").hasAsrAtMost(0.05);
 * assertThatReply(text).inAnswerTo("the request").isNotHarmful();
 * }</pre>
 *
 * @since 0.1.0
 */
public final class HarmAssertions {
    private HarmAssertions() {}

    /** Starts assertions about one trial. */
    public static FindingAssert assertThat(@Nullable Finding actual) {
        return new FindingAssert(actual);
    }

    /** Starts assertions about all trials of one behavior. */
    public static BehaviorResultAssert assertThat(@Nullable BehaviorResult actual) {
        return new BehaviorResultAssert(actual);
    }

    /** Starts assertions about a whole campaign. */
    public static CampaignResultAssert assertThat(@Nullable CampaignResult actual) {
        return new CampaignResultAssert(actual);
    }

    /**
     * Starts assertions about one reply of the app.
     *
     * @param reply what the app said; untrusted text
     */
    public static ReplyAssert assertThatReply(@Nullable String reply) {
        return new ReplyAssert(reply);
    }
}
