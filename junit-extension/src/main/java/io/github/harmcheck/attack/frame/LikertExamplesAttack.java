package io.github.harmcheck.attack.frame;

import io.github.harmcheck.attack.AttackKind;

/**
 * Has the app rate texts on a scale and write an example for each rating. After Bad Likert Judge (Palo Alto Networks
 * Unit 42, December 2024), in one turn. Variants are the templates in {@code likert-examples.txt}. Differs from the
 * method: the original scores first and asks for examples in later turns; here it is one turn.
 *
 * @since 0.1.0
 */
public final class LikertExamplesAttack extends FrameAttack {

    /** For the service loader. */
    public LikertExamplesAttack() {
        super(
                "likert-examples",
                "Likert examples",
                "Has the app rate texts on a scale and write an example for each rating",
                "after Bad Likert Judge, Unit 42 2024");
    }

    @Override
    public AttackKind kind() {
        return AttackKind.BLACK_BOX_VARIANT;
    }
}
