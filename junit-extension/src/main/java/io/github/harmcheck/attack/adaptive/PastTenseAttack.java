package io.github.harmcheck.attack.adaptive;

import io.github.harmcheck.attack.AttackKind;
import io.github.harmcheck.attack.AttackNeed;
import java.util.Set;

/**
 * Has a model ask how it was done in the past, up to 20 times in other words. Past tense reformulation, Andriushchenko and
 * Flammarion 2024 (arXiv 2407.11969, section 3). One variant, {@code past}. Without a model see {@code
 * past-tense-offline}.
 *
 * <p>Where it differs: the attack judge, not the judge of the verdict, says when to stop, and the final dialogue is played
 * once more; in the paper the try that its judge said yes to is itself the success.
 *
 * @since 0.1.0
 */
public final class PastTenseAttack extends RephrasingAttack {

    /** For the service loader. */
    public PastTenseAttack() {
        super(
                "past-tense",
                "Past tense",
                "Has a model ask how it was done in the past, up to 20 times in other words "
                        + "(past tense, Andriushchenko and Flammarion 2024, arXiv 2407.11969).",
                "Andriushchenko and Flammarion 2024, arXiv 2407.11969, section 3",
                AttackKind.NATIVE,
                Set.of(AttackNeed.ATTACKER, AttackNeed.ATTACK_JUDGE),
                "past",
                Setting.whole("tries", 20, 1, "wordings tried out"),
                Setting.maxTokens(150));
    }
}
