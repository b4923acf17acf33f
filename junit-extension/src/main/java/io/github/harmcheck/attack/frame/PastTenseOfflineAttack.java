package io.github.harmcheck.attack.frame;

/**
 * Asks how people did it in the past. Past tense reformulation of Andriushchenko and Flammarion 2024 (arXiv 2407.11969).
 * The paper has a model reformulate, up to 20 times ({@code past-tense} does that); here rules do it, so that it needs no
 * model: fewer wordings, the same ones every time. Variants are the templates in {@code past-tense-offline.txt}.
 *
 * @since 0.1.0
 */
public final class PastTenseOfflineAttack extends OfflineTense {

    /** For the service loader. */
    public PastTenseOfflineAttack() {
        super("past-tense-offline", "Past tense (rules)", "Asks how people did it in the past");
    }
}
