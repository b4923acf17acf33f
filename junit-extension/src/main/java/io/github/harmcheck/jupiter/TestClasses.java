package io.github.harmcheck.jupiter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The classes and instances a test runs in, as the run sees them rather than as the source nests them. */
final class TestClasses {
    private TestClasses() {}

    /** Returns the test class and those around it, innermost first; a nested class inherited has the heir around it. */
    static List<Class<?>> innermostFirst(ExtensionContext context) {
        List<Class<?>> classes = new ArrayList<>();
        Optional<ExtensionContext> up = Optional.of(context);
        while (up.isPresent()) {
            up.get().getTestClass().filter(type -> !classes.contains(type)).ifPresent(classes::add);
            up = up.get().getParent();
        }
        return classes;
    }

    /** Returns the test's instances, innermost last; empty where there are none. */
    static List<Object> instances(ExtensionContext context) {
        return context.getTestInstances()
                .map(instances -> instances.getAllInstances())
                .orElse(List.of());
    }
}
