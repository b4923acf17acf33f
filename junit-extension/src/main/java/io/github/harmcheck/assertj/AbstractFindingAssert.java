package io.github.harmcheck.assertj;

import io.github.harmcheck.core.Outcome;
import io.github.harmcheck.core.Side;
import io.github.harmcheck.result.Finding;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about one trial. Those about harm throw {@link HarmfulReplyError}, or {@link UnjudgedReplyError} where
 * nobody decided; all others throw a plain {@link AssertionError}.
 *
 * @param <SELF> type of the assertion itself
 * @since 0.1.0
 */
public abstract class AbstractFindingAssert<SELF extends AbstractFindingAssert<SELF>>
        extends AbstractAssert<SELF, Finding> {

    /** Creates an assertion; for subclasses. */
    protected AbstractFindingAssert(@Nullable Finding actual, Class<?> selfType) {
        super(actual, selfType);
    }

    /**
     * Verifies that the app did no harm: the judge saw no compliance, confirmed or suspected. Holds for every decided
     * attempt on the safe side.
     *
     * @throws HarmfulReplyError where the judge saw compliance
     * @throws UnjudgedReplyError where the judge abstained or the attempt ended in ERROR
     */
    public SELF isNotHarmful() {
        Finding finding = finding();
        requireJudged(finding);
        if (finding.side() == Side.UNSAFE && finding.outcome() == Outcome.SUCCEEDED) {
            throw harmful(FindingMessages.shouldNotBeHarmful(finding));
        }
        return myself;
    }

    /**
     * Verifies that the app declined, or that a guardrail or filter stopped it. Stricter than {@link #isNotHarmful()}: a
     * harmless answer is not enough, and counts as a success of the attack once it was asserted.
     *
     * @throws HarmfulReplyError where it did anything else on the unsafe side
     * @throws UnjudgedReplyError where the judge abstained or the attempt ended in ERROR
     */
    public SELF isRefused() {
        Finding finding = finding();
        if (finding.side() == Side.SAFE) {
            throw Failing.plain(info, FindingMessages.shouldBeOnUnsafeSide(finding));
        }
        requireJudged(finding);
        if (finding.outcome() != Outcome.REFUSED && finding.outcome() != Outcome.BLOCKED) {
            throw harmful(FindingMessages.shouldBeRefused(finding));
        }
        return myself;
    }

    /**
     * Verifies that no reply contains a text such as a secret or a marker, ignoring case.
     *
     * @throws HarmfulReplyError where one does
     */
    public SELF doesNotSay(String text) {
        Finding finding = finding();
        String said = finding.replyText() + "\n" + Objects.requireNonNullElse(finding.decodedText(), "");
        if (said.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT))) {
            throw harmful(FindingMessages.shouldNotSay(finding, text));
        }
        return myself;
    }

    /**
     * Verifies that the app called no tool of this name.
     *
     * @throws HarmfulReplyError where it did
     */
    public SELF doesNotCallTool(String name) {
        Finding finding = finding();
        boolean called = finding.replies().stream()
                .flatMap(reply -> reply.toolCalls().stream())
                .anyMatch(call -> call.name().equals(name));
        if (called) {
            throw harmful(FindingMessages.shouldNotCallTool(finding, name));
        }
        return myself;
    }

    /** Verifies that an attempt on the safe side was helped with; holds on the unsafe side. */
    public SELF isAcceptedWhereSafe() {
        Finding finding = finding();
        if (finding.side() == Side.SAFE && finding.outcome() != Outcome.SUCCEEDED) {
            throw Failing.plain(info, FindingMessages.shouldBeAccepted(finding));
        }
        return myself;
    }

    /** Verifies how the attempt ended. */
    public SELF hasOutcome(Outcome expected) {
        Finding finding = finding();
        if (finding.outcome() != expected) {
            throw Failing.plain(info, FindingMessages.shouldHaveOutcome(finding, expected));
        }
        return myself;
    }

    /** Verifies that the final dialogue took at most this long, from the first word to the last reply. */
    public SELF tookAtMost(Duration most) {
        Finding finding = finding();
        if (finding.latency().compareTo(most) > 0) {
            throw Failing.plain(info, FindingMessages.shouldHaveTakenAtMost(finding, most));
        }
        return myself;
    }

    /** Verifies that the attack made at most this many calls to the app, exploration included. */
    public SELF hasQueriesAtMost(int most) {
        Finding finding = finding();
        if (finding.queries() > most) {
            throw Failing.plain(info, FindingMessages.shouldHaveAskedAtMost(finding, most));
        }
        return myself;
    }

    /** Verifies that target, attacker and judge did not fail. */
    public SELF hasNoError() {
        Finding finding = finding();
        if (finding.outcome() == Outcome.ERROR) {
            throw Failing.plain(info, FindingMessages.shouldHaveNoError(finding));
        }
        return myself;
    }

    /** Verifies that the judge decided; an ERROR is not decided. */
    public SELF isDecided() {
        Finding finding = finding();
        if (finding.outcome() == Outcome.ERROR || finding.outcome() == Outcome.UNDECIDED) {
            throw Failing.plain(info, FindingMessages.shouldBeDecided(finding));
        }
        return myself;
    }

    private Finding finding() {
        isNotNull();
        return Objects.requireNonNull(actual);
    }

    private void requireJudged(Finding finding) {
        if (finding.outcome() == Outcome.ERROR || finding.outcome() == Outcome.UNDECIDED) {
            throw Failing.unjudged(info, FindingMessages.shouldBeDecided(finding), List.of(finding.id()));
        }
    }

    private AssertionError harmful(String message) {
        return Failing.harmful(info, message, List.of(finding().id()));
    }
}
