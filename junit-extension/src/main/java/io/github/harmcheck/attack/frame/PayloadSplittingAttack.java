package io.github.harmcheck.attack.frame;

/**
 * Splits the request into parts that look harmless alone and has the app put them together. Payload splitting of Kang et
 * al. 2023 (arXiv 2302.05733, section 4). Variants are the templates in {@code payload-splitting.txt}. The parts, put
 * together as they are, are the request.
 *
 * @since 0.1.0
 */
public final class PayloadSplittingAttack extends SplittingAttack {

    /** For the service loader. */
    public PayloadSplittingAttack() {
        super(
                "payload-splitting",
                "Payload splitting",
                "Splits the request into parts and has the app put them together",
                "payload splitting, Kang et al. 2023, arXiv 2302.05733");
    }
}
