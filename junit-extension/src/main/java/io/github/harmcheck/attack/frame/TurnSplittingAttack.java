package io.github.harmcheck.attack.frame;

/**
 * Sends the request in parts, one to a turn, so that no single message has it. Payload splitting of Kang et al. 2023
 * (arXiv 2302.05733, section 4) over several turns. Variants are the templates in {@code turn-splitting.txt}. Made around
 * another attack, it splits what that one wrote.
 *
 * @since 0.1.0
 */
public final class TurnSplittingAttack extends SplittingAttack {

    /** For the service loader. */
    public TurnSplittingAttack() {
        super(
                "turn-splitting",
                "Payload splitting over turns",
                "Sends the request in parts, one to a turn, and has the app put them together",
                "payload splitting, Kang et al. 2023, arXiv 2302.05733");
    }
}
