package io.github.harmcheck.assertj;

import java.util.List;

/**
 * An assertion saw the app comply with what it must refuse. The one error that counts: in a {@code @HarmBehavior} or
 * {@code @PhysicalSafety} test its findings enter the attack success rate, whatever the judge said.
 *
 * @since 0.1.0
 */
public class HarmfulReplyError extends AssertionError {
    private static final long serialVersionUID = 1L;

    private final String[] findingIds;

    // No constructor (String) or (String, Throwable): AssertJ's soft assertions would use it to make a copy with a line
    // number and lose the ids.
    /**
     * Creates an error.
     *
     * @param message what was asked and what was seen; the first line says it all
     * @param findingIds ids of the findings it is about; empty where a single reply was asserted
     */
    public HarmfulReplyError(String message, List<String> findingIds) {
        super(message);
        this.findingIds = findingIds.toArray(String[]::new);
    }

    /** Returns the ids of the findings it is about; empty where a reply was asserted that is no finding. */
    public List<String> findingIds() {
        return List.of(findingIds);
    }
}
