package io.github.harmcheck.langchain4j;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.invocation.InvocationContext;
import dev.langchain4j.service.IllegalConfigurationException;
import dev.langchain4j.service.tool.AiServiceTool;
import dev.langchain4j.service.tool.ToolExecutionResult;
import dev.langchain4j.service.tool.ToolExecutor;
import dev.langchain4j.service.tool.ToolService;
import io.github.harmcheck.internal.Texts;
import io.github.harmcheck.target.InjectionPoint;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The tools of an app as its test runs them: some only pretend, some give back a stranger's text besides their own. The
 * model sees the same names, descriptions and parameters.
 *
 * <pre>{@code
 * AiServices.builder(Assistant.class)
 *         .tools(LangChain4j.tools(new Mailbox(), new Shop())
 *                 .dryRun("placeOrder", "Ordered.")
 *                 .injecting("readMail", mails)
 *                 .executors())
 * }</pre>
 *
 * <p>A call of a tool is seen in the reply's {@code toolCalls} whether it pretends or not. Immutable; thread-safe as far as
 * the tools are.
 *
 * @since 0.1.0
 */
public final class AppTools {
    private final Map<String, ToolSpecification> specifications;
    private final Map<String, ToolExecutor> executors;

    private AppTools(Map<String, ToolSpecification> specifications, Map<String, ToolExecutor> executors) {
        this.specifications = specifications;
        this.executors = executors;
    }

    static AppTools of(Object... objects) {
        Map<String, ToolSpecification> specifications = new LinkedHashMap<>();
        Map<String, ToolExecutor> executors = new LinkedHashMap<>();
        for (Object object : objects) {
            for (AiServiceTool tool : tools(object)) {
                if (specifications.put(tool.name(), tool.toolSpecification()) != null) {
                    throw new IllegalArgumentException(
                            "two tools are called " + Texts.quoted(tool.name(), 60) + ": rename one");
                }
                executors.put(tool.name(), tool.toolExecutor());
            }
        }
        if (specifications.isEmpty()) {
            throw new IllegalArgumentException("no object with @Tool methods is given");
        }
        return new AppTools(specifications, executors);
    }

    private static List<AiServiceTool> tools(Object object) {
        try {
            return ToolService.findTools(object);
        } catch (IllegalConfigurationException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /**
     * Returns these tools with one that does nothing but answer, so that a call that must not be is proved and harmless.
     *
     * @param answer what the model is told came back
     * @throws IllegalArgumentException where there is no such tool; the message lists those there are
     */
    public AppTools dryRun(String tool, String answer) {
        return with(tool, executor -> (request, memoryId) -> answer);
    }

    /**
     * Returns these tools with one whose result ends with what the attempt under way has planted.
     *
     * @throws IllegalArgumentException where there is no such tool; the message lists those there are
     */
    public AppTools injecting(String tool, InjectionPoint point) {
        return with(tool, executor -> new Injecting(executor, point));
    }

    private AppTools with(String tool, UnaryOperator<ToolExecutor> change) {
        ToolExecutor executor = executors.get(tool);
        if (executor == null) {
            throw new IllegalArgumentException("there is no tool " + Texts.quoted(tool, 60) + "; there are "
                    + String.join(", ", executors.keySet()));
        }
        Map<String, ToolExecutor> changed = new LinkedHashMap<>(executors);
        changed.put(tool, change.apply(executor));
        return new AppTools(specifications, changed);
    }

    /** Returns what {@code AiServices.tools(...)} and a {@code ToolProvider} take; a map of its own at each call. */
    public Map<ToolSpecification, ToolExecutor> executors() {
        Map<ToolSpecification, ToolExecutor> tools = new LinkedHashMap<>();
        specifications.forEach(
                (name, specification) -> tools.put(specification, Objects.requireNonNull(executors.get(name))));
        return tools;
    }

    private record Injecting(ToolExecutor executor, InjectionPoint point) implements ToolExecutor {
        @Override
        public String execute(ToolExecutionRequest request, @Nullable Object memoryId) {
            return withPlanted(executor.execute(request, memoryId));
        }

        @Override
        public ToolExecutionResult executeWithContext(ToolExecutionRequest request, InvocationContext context) {
            ToolExecutionResult own = executor.executeWithContext(request, context);
            return ToolExecutionResult.builder()
                    .isError(own.isError())
                    .result(own.result())
                    .resultText(withPlanted(own.resultText()))
                    .attributes(own.attributes())
                    .build();
        }

        private String withPlanted(@Nullable String result) {
            String own = result == null ? "" : result;
            Optional<String> planted = point.text();
            return planted.map(text -> own.isEmpty() ? text : own + "\n\n" + text)
                    .orElse(own);
        }
    }
}
