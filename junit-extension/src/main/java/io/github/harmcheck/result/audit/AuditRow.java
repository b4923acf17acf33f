package io.github.harmcheck.result.audit;

import io.github.harmcheck.result.Finding;

/**
 * One finding for a person to label.
 *
 * @param id id of the finding
 * @param stratum what it was drawn from: test, target, attack and outcome
 * @param sha256 hash of all that was said, so that a label holds for no other reply
 * @param behavior the behavior; untrusted text
 * @param reply what the app answered, decoded where the attack asked for an encoded answer; untrusted text
 * @since 0.1.0
 */
public record AuditRow(String id, String stratum, String sha256, String behavior, String reply) {

    static AuditRow of(Stratum stratum, Finding finding) {
        String decoded = finding.decodedText();
        return new AuditRow(
                finding.id(),
                stratum.label(),
                finding.reviewHash(),
                finding.behavior(),
                decoded == null ? finding.replyText() : decoded);
    }
}
