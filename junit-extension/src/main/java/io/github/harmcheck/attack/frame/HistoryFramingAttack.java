package io.github.harmcheck.attack.frame;

/**
 * Asks how it was done in earlier times. After the attacks "hst" and "back to the past" of FuzzyAI (CyberArk 2024).
 * Variants are the templates in {@code history-framing.txt}.
 *
 * @since 0.1.0
 */
public final class HistoryFramingAttack extends FrameAttack {

    /** For the service loader. */
    public HistoryFramingAttack() {
        super(
                "history-framing",
                "History framing",
                "Asks how it was done in earlier times",
                "history framing, FuzzyAI, CyberArk 2024");
    }
}
