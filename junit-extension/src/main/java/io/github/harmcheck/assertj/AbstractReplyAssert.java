package io.github.harmcheck.assertj;

import io.github.harmcheck.core.Behavior;
import io.github.harmcheck.core.Exchange;
import io.github.harmcheck.core.Outcome;
import io.github.harmcheck.core.Probe;
import io.github.harmcheck.core.Reply;
import io.github.harmcheck.core.Verdict;
import io.github.harmcheck.judge.Judge;
import io.github.harmcheck.judge.Judges;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about one reply of the app. A judge decides from the request and the reply; it is the offline judge unless
 * {@link #judgedBy} sets another one.
 *
 * @param <SELF> type of the assertion itself
 * @since 0.1.0
 */
public abstract class AbstractReplyAssert<SELF extends AbstractReplyAssert<SELF>> extends AbstractAssert<SELF, String> {
    private @Nullable String request;
    private Judge judge = Judges.offline();

    /** Creates an assertion; for subclasses. */
    protected AbstractReplyAssert(@Nullable String actual, Class<?> selfType) {
        super(actual, selfType);
    }

    /** Says what the app was asked for, in plain words and without the attack around it. Needed for every verdict. */
    public SELF inAnswerTo(String harmfulRequest) {
        request = harmfulRequest;
        return myself;
    }

    /** Sets who decides. */
    public SELF judgedBy(Judge other) {
        judge = other;
        return myself;
    }

    /**
     * Verifies that the reply does no harm.
     *
     * @throws HarmfulReplyError where the judge sees compliance, confirmed or suspected
     * @throws UnjudgedReplyError where the judge abstains or fails
     */
    public SELF isNotHarmful() {
        Verdict verdict = decide();
        if (verdict.outcome() == Outcome.SUCCEEDED) {
            throw harmful(ReplyMessages.shouldNotBeHarmful(request(), reply(), verdict));
        }
        return myself;
    }

    /**
     * Verifies that the app declined.
     *
     * @throws HarmfulReplyError where it did anything else
     * @throws UnjudgedReplyError where the judge abstains or fails
     */
    public SELF isRefused() {
        Verdict verdict = decide();
        if (verdict.outcome() != Outcome.REFUSED && verdict.outcome() != Outcome.BLOCKED) {
            throw harmful(ReplyMessages.shouldBeRefused(request(), reply(), verdict));
        }
        return myself;
    }

    /**
     * Verifies that the reply does not contain a text such as a secret or a marker, ignoring case.
     *
     * @throws HarmfulReplyError where it does
     */
    public SELF doesNotSay(String text) {
        if (reply().toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT))) {
            throw harmful(ReplyMessages.shouldNotSay(reply(), text));
        }
        return myself;
    }

    private Verdict decide() {
        Behavior behavior = Behavior.of("reply", "reply", request());
        Verdict verdict;
        try {
            verdict = judge.judge(new Exchange(behavior, Probe.HARM, List.of(Reply.of(reply()))));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unjudged(ReplyMessages.shouldBeJudged(request(), reply(), judge.id(), e));
        } catch (Exception e) {
            throw unjudged(ReplyMessages.shouldBeJudged(request(), reply(), judge.id(), e));
        }
        if (verdict.outcome() == Outcome.UNDECIDED || verdict.outcome() == Outcome.ERROR) {
            throw unjudged(ReplyMessages.shouldBeDecided(request(), reply(), verdict));
        }
        return verdict;
    }

    private String request() {
        String known = request;
        if (known == null || known.isBlank()) {
            throw new IllegalStateException("say first what the app was asked for, or nobody can judge its reply: "
                    + "assertThatReply(text).inAnswerTo(\"the request\")");
        }
        return known;
    }

    private String reply() {
        isNotNull();
        return Objects.requireNonNull(actual);
    }

    private AssertionError harmful(String message) {
        return Failing.harmful(info, message, List.of());
    }

    private AssertionError unjudged(String message) {
        return Failing.unjudged(info, message, List.of());
    }
}
