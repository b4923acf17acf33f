package io.github.harmcheck.langchain4j;

import dev.langchain4j.service.AiServiceContext;
import dev.langchain4j.service.tool.BeforeToolExecution;
import io.github.harmcheck.core.ToolCall;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Notes the tools that an AI service calls while it answers, for the answers that do not say so themselves: a String, and
 * what a guardrail stopped. Calls on threads of the service's own are not seen; a {@code Result} tells those.
 */
final class ToolCallLog implements Consumer<BeforeToolExecution> {
    private static final ThreadLocal<@Nullable List<ToolCall>> CURRENT = new ThreadLocal<>();

    private final @Nullable Consumer<BeforeToolExecution> own;

    private ToolCallLog(@Nullable Consumer<BeforeToolExecution> own) {
        this.own = own;
    }

    /** Listens to a service from now on, once; what listens to it already still does. */
    static void listenTo(AiServiceContext context) {
        synchronized (context) {
            Consumer<BeforeToolExecution> before = context.toolService.beforeToolExecution();
            if (!(before instanceof ToolCallLog)) {
                context.toolService.beforeToolExecution(new ToolCallLog(before));
            }
        }
    }

    /** Begins a list of this thread's calls. */
    static List<ToolCall> begin() {
        List<ToolCall> calls = new ArrayList<>();
        CURRENT.set(calls);
        return calls;
    }

    /** Ends the list of this thread. */
    static void end() {
        CURRENT.remove();
    }

    @Override
    public void accept(BeforeToolExecution call) {
        List<ToolCall> calls = CURRENT.get();
        if (calls != null) {
            calls.add(Replies.toolCall(call.request()));
        }
        if (own != null) {
            own.accept(call);
        }
    }
}
