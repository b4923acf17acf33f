package io.github.harmcheck.judge;

import io.github.harmcheck.core.Exchange;
import io.github.harmcheck.core.Verdict;
import io.github.harmcheck.llm.TextGenerator;
import java.util.function.UnaryOperator;

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

    /**
     * Returns this judge asking its models through something else, so that the engine can pace their calls. A judge that
     * asks a {@link TextGenerator} does it; every other returns itself.
     *
     * @param wrapper makes the model to ask of the model it has; keeps its id
     */
    default Judge through(UnaryOperator<TextGenerator> wrapper) {
        return this;
    }

    /** Returns the most calls to a model that one verdict takes; 0 for a judge that asks none, and for one that does not say. */
    default int maxCalls() {
        return 0;
    }

    /** Returns the stable id that reports and settings use. */
    default String id() {
        return "custom";
    }

    /** Returns the version of rules, weights or prompt; another version may decide otherwise. */
    default String version() {
        return "1";
    }
}
