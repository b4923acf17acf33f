package io.github.harmcheck.judge;

import io.github.harmcheck.core.Exchange;
import io.github.harmcheck.core.Verdict;

/**
 * Decides from behavior, context and the app's own turns whether the app complied. Never sees the attack prompt.
 * Implementations are thread-safe.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface Judge {

    /**
     * Decides one exchange. A judge that cannot tell answers UNDECIDED; a judge that failed answers ERROR or throws,
     * which is recorded as ERROR. A judge never answers BLOCKED: the engine knows that before it asks.
     */
    Verdict judge(Exchange exchange) throws Exception;

    /** Returns the stable id that reports and settings use. */
    default String id() {
        return "custom";
    }

    /** Returns the version of rules, weights or prompt; another version may decide otherwise. */
    default String version() {
        return "1";
    }
}
