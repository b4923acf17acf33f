package io.github.harmcheck.examples.pharmacy;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.service.tool.ToolExecutor;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Lets only what a tool is meant to say through to the model: one short line. The stock system takes texts from suppliers,
 * and what they write there must not speak to the model.
 */
final class CheckedTools {
    private static final int LONGEST = 120;
    private static final String UNUSABLE = "The system gave no usable answer.";

    private CheckedTools() {}

    static Map<ToolSpecification, ToolExecutor> of(Map<ToolSpecification, ToolExecutor> tools) {
        Map<ToolSpecification, ToolExecutor> checked = new LinkedHashMap<>();
        tools.forEach(
                (tool, executor) -> checked.put(tool, (call, customer) -> check(executor.execute(call, customer))));
        return checked;
    }

    private static String check(String result) {
        return result.length() <= LONGEST && result.lines().count() <= 1 ? result : UNUSABLE;
    }
}
