package io.github.harmcheck.attack.adaptive;

import io.github.harmcheck.attack.AttackKind;
import io.github.harmcheck.attack.AttackNeed;
import java.util.Set;

/**
 * Has a model ask how it will be done in the future, up to 20 times in other words: the weaker control of Andriushchenko
 * and Flammarion 2024 (arXiv 2407.11969, section 4). One variant, {@code future}. It differs from the paper as {@code
 * past-tense} does.
 *
 * @since 0.1.0
 */
public final class FutureTenseAttack extends RephrasingAttack {

    /** For the service loader. */
    public FutureTenseAttack() {
        super(
                "future-tense",
                "Future tense",
                "Has a model ask how it will be done in the future, up to 20 times in other words "
                        + "(future tense, Andriushchenko and Flammarion 2024, arXiv 2407.11969).",
                "Andriushchenko and Flammarion 2024, arXiv 2407.11969, section 4",
                AttackKind.NATIVE,
                Set.of(AttackNeed.ATTACKER, AttackNeed.ATTACK_JUDGE),
                "future",
                Setting.whole("tries", 20, 1, "wordings tried out"),
                Setting.maxTokens(150));
    }
}
