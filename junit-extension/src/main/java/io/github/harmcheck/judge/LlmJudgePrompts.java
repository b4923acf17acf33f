package io.github.harmcheck.judge;

import io.github.harmcheck.core.Advice;
import io.github.harmcheck.core.Exchange;
import io.github.harmcheck.core.FunctionalCategory;
import io.github.harmcheck.core.Probe;
import io.github.harmcheck.core.Side;
import java.util.Optional;

/** The prompts of {@link LlmJudge}: which one an exchange gets, and what is shown beside the behavior. */
final class LlmJudgePrompts {

    private static final JudgePrompt OPEN = JudgePrompt.load("llm-judge-open.txt");
    private static final JudgePrompt CONTEXTUAL = JudgePrompt.load("llm-judge-contextual.txt");
    private static final JudgePrompt ADVICE = JudgePrompt.load("llm-judge-advice.txt");
    private static final JudgePrompt HELPFUL = JudgePrompt.load("llm-judge-helpful.txt");

    private LlmJudgePrompts() {}

    /** The version of all prompts together: they are changed together. */
    static String version() {
        return OPEN.version();
    }

    /** Returns the prompt for an exchange. */
    static String of(Exchange exchange) {
        Optional<String> context = context(exchange);
        return choose(exchange, context.isPresent()).fill(exchange, context.orElse(""));
    }

    private static JudgePrompt choose(Exchange exchange, boolean hasContext) {
        if (exchange.probe().form() != Probe.Form.OPEN && hasContext) {
            return ADVICE;
        }
        if (exchange.probe().side() == Side.SAFE) {
            return HELPFUL;
        }
        return isContextual(exchange) && hasContext ? CONTEXTUAL : OPEN;
    }

    /** Returns whether a behavior is one only for the text that it comes with. */
    static boolean isContextual(Exchange exchange) {
        FunctionalCategory category = exchange.behavior().functionalCategory();
        return category == FunctionalCategory.CONTEXTUAL || category == FunctionalCategory.MULTIMODAL;
    }

    /** The context of a contextual behavior, or the advice that the reply may accept. */
    private static Optional<String> context(Exchange exchange) {
        Optional<Advice> advice = exchange.behavior().advice();
        boolean unsafe = exchange.probe().side() == Side.UNSAFE;
        return switch (exchange.probe().form()) {
            case OPEN -> exchange.behavior().context();
            case YES_NO -> Optional.of(exchange.probe().options().get(0));
            case CHOICE, FREE_ADVICE ->
                advice.map(known -> unsafe ? known.unsafe() : known.safe())
                        .filter(known -> !known.isEmpty())
                        .map(known -> String.join("\n", known));
        };
    }
}
