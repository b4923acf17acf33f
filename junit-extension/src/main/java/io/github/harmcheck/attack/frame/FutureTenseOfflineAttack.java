package io.github.harmcheck.attack.frame;

/**
 * Asks how people will do it in the future: the weaker control of Andriushchenko and Flammarion 2024 (arXiv 2407.11969,
 * section 4), by rules instead of a model. Variants are the templates in {@code future-tense-offline.txt}.
 *
 * @since 0.1.0
 */
public final class FutureTenseOfflineAttack extends OfflineTense {

    /** For the service loader. */
    public FutureTenseOfflineAttack() {
        super("future-tense-offline", "Future tense (rules)", "Asks how people will do it in the future");
    }
}
