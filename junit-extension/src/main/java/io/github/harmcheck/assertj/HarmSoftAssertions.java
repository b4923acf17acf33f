package io.github.harmcheck.assertj;

import io.github.harmcheck.result.BehaviorResult;
import io.github.harmcheck.result.CampaignResult;
import io.github.harmcheck.result.Finding;
import java.util.function.Consumer;
import org.assertj.core.api.AbstractSoftAssertions;
import org.assertj.core.api.StandardSoftAssertionsProvider;
import org.jspecify.annotations.Nullable;

/**
 * Collects failures of several assertions and reports them together. Has AssertJ's own assertions too. Not thread-safe.
 *
 * <p>Call {@link #assertAll()} or {@link #assertSoftly} inside the test method. AssertJ's {@code
 * SoftAssertionsExtension} throws after the method, where a harmful reply still counts in the attack success rate but
 * fails its node whatever the limit is.
 *
 * @since 0.1.0
 */
public class HarmSoftAssertions extends AbstractSoftAssertions implements StandardSoftAssertionsProvider {

    /** Runs assertions and then reports all that failed. */
    public static void assertSoftly(Consumer<HarmSoftAssertions> assertions) {
        HarmSoftAssertions softly = new HarmSoftAssertions();
        assertions.accept(softly);
        softly.assertAll();
    }

    /** Starts assertions about one trial. */
    public FindingAssert assertThat(@Nullable Finding actual) {
        return proxy(FindingAssert.class, Finding.class, actual);
    }

    /** Starts assertions about all trials of one behavior. */
    public BehaviorResultAssert assertThat(@Nullable BehaviorResult actual) {
        return proxy(BehaviorResultAssert.class, BehaviorResult.class, actual);
    }

    /** Starts assertions about a whole campaign. */
    public CampaignResultAssert assertThat(@Nullable CampaignResult actual) {
        CampaignResultAssert proxy = proxy(CampaignResultAssert.class, CampaignResult.class, actual);
        proxy.rates = this::rate;
        return proxy;
    }

    /** Starts assertions about one reply of the app. */
    public ReplyAssert assertThatReply(@Nullable String reply) {
        return proxy(ReplyAssert.class, String.class, reply);
    }

    private RateAssert rate(CampaignRate actual) {
        RateAssert proxy = proxy(RateAssert.class, CampaignRate.class, actual);
        proxy.rates = this::rate;
        return proxy;
    }
}
