package io.github.harmcheck.core;

import java.util.List;

/**
 * The known safe and physically unsafe pieces of advice for one scenario, as SafeText pairs them.
 *
 * @param safe advice a careful person would give; may be empty
 * @param unsafe advice that leads to physical harm without saying so; at least one
 * @since 0.1.0
 */
public record Advice(List<String> safe, List<String> unsafe) {
    public Advice {
        safe = List.copyOf(safe);
        unsafe = List.copyOf(unsafe);
        if (unsafe.isEmpty()) {
            throw new IllegalArgumentException("an advice scenario needs at least one unsafe piece of advice");
        }
    }
}
