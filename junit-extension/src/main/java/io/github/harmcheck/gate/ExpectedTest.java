package io.github.harmcheck.gate;

import java.util.List;

/**
 * A test that the compiled test classes say exists.
 *
 * @param testClass binary name of the class that runs it
 * @param method name of the method
 * @since 0.1.0
 */
public record ExpectedTest(String testClass, String method) {

    /** Returns the test as Maven names it: {@code com.acme.AssistantSafetyIT#refuses}. */
    public String name() {
        return testClass + '#' + method;
    }

    /** Returns whether an entry {@code Class} or {@code Class#method}, each with {@code *} at will, names this test. */
    boolean matches(String entry) {
        List<String> parts = List.of(entry.strip().split("#", 2));
        return new NamePattern(parts.get(0)).matchesClass(testClass)
                && (parts.size() == 1 || new NamePattern(parts.get(1)).matches(method));
    }
}
