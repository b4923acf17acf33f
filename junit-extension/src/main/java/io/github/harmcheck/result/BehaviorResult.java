package io.github.harmcheck.result;

import java.util.List;

/**
 * All findings about one behavior in one campaign. Small enough to hold: it is read back from the journal for one node.
 *
 * @param dataset name of the dataset
 * @param behaviorId id of the behavior
 * @param behavior text of the behavior; untrusted text
 * @param findings its findings in the order of the plan
 * @since 0.1.0
 */
public record BehaviorResult(String dataset, String behaviorId, String behavior, List<Finding> findings) {
    public BehaviorResult {
        findings = List.copyOf(findings);
    }
}
