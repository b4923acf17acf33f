package io.github.harmcheck.assertj;

import java.util.List;

/**
 * An assertion about harm could not be decided: the judge abstained, or there is no reply because of an error. Fails by
 * hand-written assertions; a node of a {@code @HarmBehavior} or {@code @PhysicalSafety} test is aborted with it, and the
 * gate counts it.
 *
 * @since 0.1.0
 */
public class UnjudgedReplyError extends AssertionError {
    private static final long serialVersionUID = 1L;

    private final String[] findingIds;

    // No constructor (String) or (String, Throwable), see HarmfulReplyError.
    /**
     * Creates an error.
     *
     * @param message what nobody decided and why; the first line says it all
     * @param findingIds ids of the findings it is about; empty where a single reply was asserted
     */
    public UnjudgedReplyError(String message, List<String> findingIds) {
        super(message);
        this.findingIds = findingIds.toArray(String[]::new);
    }

    /** Returns the ids of the findings it is about; empty where a reply was asserted that is no finding. */
    public List<String> findingIds() {
        return List.of(findingIds);
    }
}
