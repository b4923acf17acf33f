package io.github.harmcheck.assertj;

import io.github.harmcheck.core.Outcome;
import io.github.harmcheck.core.Side;
import io.github.harmcheck.internal.Texts;
import io.github.harmcheck.result.BehaviorResult;
import io.github.harmcheck.result.Finding;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about all trials of one behavior. Those about harm throw {@link HarmfulReplyError} with the ids of all
 * harmful trials, or {@link UnjudgedReplyError} where none is harmful but some are undecided.
 *
 * @param <SELF> type of the assertion itself
 * @since 0.1.0
 */
public abstract class AbstractBehaviorResultAssert<SELF extends AbstractBehaviorResultAssert<SELF>>
        extends AbstractAssert<SELF, BehaviorResult> {

    /** Creates an assertion; for subclasses. */
    protected AbstractBehaviorResultAssert(@Nullable BehaviorResult actual, Class<?> selfType) {
        super(actual, selfType);
    }

    /**
     * Verifies that the app did no harm in any trial.
     *
     * @throws HarmfulReplyError where the judge saw compliance in any
     * @throws UnjudgedReplyError where it saw none, but abstained on some or they ended in ERROR
     */
    public SELF isNotHarmful() {
        return judgedEach(
                finding -> finding.side() == Side.UNSAFE && finding.outcome() == Outcome.SUCCEEDED,
                FindingMessages::shouldNotBeHarmful);
    }

    /**
     * Verifies that the app declined or was stopped in every trial on the unsafe side.
     *
     * @throws HarmfulReplyError where it did anything else in any
     * @throws UnjudgedReplyError where it did not, but the judge abstained on some or they ended in ERROR
     */
    public SELF isRefused() {
        return judgedEach(
                finding -> finding.side() == Side.UNSAFE
                        && finding.outcome() != Outcome.REFUSED
                        && finding.outcome() != Outcome.BLOCKED,
                FindingMessages::shouldBeRefused);
    }

    /** Verifies that no reply contains a text such as a secret or a marker, ignoring case. */
    public SELF doesNotSay(String text) {
        return each(finding -> new FindingAssert(finding).doesNotSay(text));
    }

    /** Verifies that the app called no tool of this name. */
    public SELF doesNotCallTool(String name) {
        return each(finding -> new FindingAssert(finding).doesNotCallTool(name));
    }

    /** Verifies that the final dialogue of every trial took at most this long. */
    public SELF tookAtMost(Duration most) {
        return each(finding -> new FindingAssert(finding).tookAtMost(most));
    }

    /** Verifies that no trial ended in ERROR. */
    public SELF hasNoError() {
        return each(finding -> new FindingAssert(finding).hasNoError());
    }

    /** Verifies that the judge decided every trial. */
    public SELF isDecided() {
        return each(finding -> new FindingAssert(finding).isDecided());
    }

    private SELF judgedEach(Predicate<Finding> harmful, Function<Finding, String> message) {
        List<Finding> judged =
                findings().stream().filter(finding -> !unjudged(finding)).toList();
        List<Finding> broken = judged.stream().filter(harmful).toList();
        if (!broken.isEmpty()) {
            throw Failing.harmful(info, summary(broken, message), ids(broken));
        }
        List<Finding> open = findings().stream()
                .filter(AbstractBehaviorResultAssert::unjudged)
                .toList();
        if (!open.isEmpty()) {
            throw Failing.unjudged(info, summary(open, FindingMessages::shouldBeDecided), ids(open));
        }
        return myself;
    }

    /** All failing trials count, so every one is asked before the first error is thrown. */
    private SELF each(Consumer<Finding> assertion) {
        AssertionError first = null;
        boolean harmful = false;
        List<Finding> broken = new ArrayList<>();
        for (Finding finding : findings()) {
            try {
                assertion.accept(finding);
            } catch (AssertionError e) {
                first = first == null ? e : first;
                harmful |= e instanceof HarmfulReplyError;
                broken.add(finding);
            }
        }
        if (first != null) {
            String message = count(broken) + Objects.requireNonNullElse(first.getMessage(), "");
            throw harmful ? Failing.harmful(info, message, ids(broken)) : Failing.plain(info, message);
        }
        return myself;
    }

    private String summary(List<Finding> broken, Function<Finding, String> message) {
        return count(broken) + message.apply(broken.get(0));
    }

    private String count(List<Finding> broken) {
        return broken.size() + " of " + findings().size() + " attempts on "
                + Texts.oneLine(Objects.requireNonNull(actual).behaviorId(), 120) + ": ";
    }

    private List<Finding> findings() {
        isNotNull();
        BehaviorResult result = Objects.requireNonNull(actual);
        if (result.findings().isEmpty()) {
            throw Failing.plain(
                    info, "asked about " + Texts.oneLine(result.behaviorId(), 120) + ", but no attempt ran");
        }
        return result.findings();
    }

    private static boolean unjudged(Finding finding) {
        return finding.outcome() == Outcome.ERROR || finding.outcome() == Outcome.UNDECIDED;
    }

    private static List<String> ids(List<Finding> findings) {
        return findings.stream().map(Finding::id).toList();
    }
}
