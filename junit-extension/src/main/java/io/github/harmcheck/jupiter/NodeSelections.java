package io.github.harmcheck.jupiter;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which nodes of which templates the newest discovery asked for, where it asked for single nodes and nothing else.
 * Filled by {@link NodeSelectionListener} where the JUnit launcher is there to tell; otherwise all nodes count as asked
 * for, which costs calls but is never wrong.
 */
final class NodeSelections {
    private static volatile List<Selected> newest = List.of();

    private NodeSelections() {}

    static void set(List<Selected> selections) {
        newest = List.copyOf(selections);
    }

    /** Returns the nodes asked for, from 1, or empty where the whole template is. */
    static Optional<Set<Integer>> of(String templateId, String className, String methodName) {
        Collection<Integer> nodes = new ArrayList<>();
        for (Selected selected : newest) {
            if (selected.matches(templateId, className, methodName)) {
                nodes.addAll(selected.nodes());
            }
        }
        return nodes.isEmpty() ? Optional.empty() : Optional.of(new TreeSet<>(nodes));
    }

    /**
     * Nodes of one template, which is known by its unique id or by class and method.
     *
     * @param nodes numbers of the nodes, from 1
     */
    record Selected(
            @Nullable String templateId,
            @Nullable String className,
            @Nullable String methodName,
            Set<Integer> nodes) {
        private boolean matches(String id, String type, String method) {
            return id.equals(templateId) || (type.equals(className) && method.equals(methodName));
        }
    }
}
