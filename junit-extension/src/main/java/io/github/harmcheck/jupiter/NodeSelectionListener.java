package io.github.harmcheck.jupiter;

import io.github.harmcheck.jupiter.NodeSelections.Selected;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.IterationSelector;
import org.junit.platform.engine.discovery.MethodSelector;
import org.junit.platform.engine.discovery.NestedMethodSelector;
import org.junit.platform.engine.discovery.UniqueIdSelector;
import org.junit.platform.launcher.LauncherDiscoveryListener;
import org.junit.platform.launcher.LauncherDiscoveryRequest;

/**
 * Sees whether a run asks for single test nodes, as a rerun in an IDE does, so that only their attempts are made. Found
 * by JUnit's launcher through {@link java.util.ServiceLoader}; not for use in tests. Thread-safe.
 *
 * @since 0.1.0
 */
public final class NodeSelectionListener implements LauncherDiscoveryListener {
    private static final String INVOCATION = "test-template-invocation";

    /** Creates a listener; for the service loader. */
    public NodeSelectionListener() {}

    @Override
    public void launcherDiscoveryStarted(LauncherDiscoveryRequest request) {
        NodeSelections.set(selections(request.getSelectorsByType(DiscoverySelector.class)));
    }

    /** Any selector that is not about single nodes may cover their whole template, so then nothing is partial. */
    private static List<Selected> selections(List<? extends DiscoverySelector> selectors) {
        List<Selected> selections = new ArrayList<>();
        for (DiscoverySelector selector : selectors) {
            Optional<Selected> selected = selected(selector);
            if (selected.isEmpty()) {
                return List.of();
            }
            selections.add(selected.get());
        }
        return selections;
    }

    private static Optional<Selected> selected(DiscoverySelector selector) {
        if (selector instanceof UniqueIdSelector unique) {
            return invocation(unique.getUniqueId());
        }
        if (selector instanceof IterationSelector iteration) {
            Set<Integer> nodes = iteration.getIterationIndices().stream()
                    .map(index -> index + 1)
                    .collect(Collectors.toSet());
            return iterations(iteration.getParentSelector(), nodes);
        }
        return Optional.empty();
    }

    private static Optional<Selected> invocation(UniqueId id) {
        UniqueId.Segment last = id.getLastSegment();
        if (!last.getType().equals(INVOCATION) || !last.getValue().matches("#[0-9]{1,9}")) {
            return Optional.empty();
        }
        int node = Integer.parseInt(last.getValue().substring(1));
        return Optional.of(new Selected(id.removeLastSegment().toString(), null, null, Set.of(node)));
    }

    private static Optional<Selected> iterations(DiscoverySelector parent, Set<Integer> nodes) {
        if (parent instanceof UniqueIdSelector unique) {
            return Optional.of(new Selected(unique.getUniqueId().toString(), null, null, nodes));
        }
        if (parent instanceof MethodSelector method) {
            return Optional.of(new Selected(null, method.getClassName(), method.getMethodName(), nodes));
        }
        if (parent instanceof NestedMethodSelector method) {
            return Optional.of(new Selected(null, method.getNestedClassName(), method.getMethodName(), nodes));
        }
        return Optional.empty();
    }
}
