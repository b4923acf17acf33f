package io.github.harmcheck.attack.frame;

/**
 * Puts many dialogues before the request in which an assistant answered everything. Many-shot jailbreaking of Anil et al.
 * 2024 (Anthropic; NeurIPS 2024), whose effect grows with the number of dialogues up to hundreds. The paper's answers are
 * harmful texts that a model without safety training wrote; ours are placeholders, so that nothing harmful ships: expect
 * less effect for the same number. Option {@code many-shot.shots}, default 16 and 64, up to 4,096; a dialogue is about 60
 * tokens. Everything is one message of the user, as in the paper.
 *
 * @since 0.1.0
 */
public final class ManyShotAttack extends ShotsAttack {

    /** For the service loader. */
    public ManyShotAttack() {
        super(
                "many-shot",
                "Many-shot jailbreaking",
                "Puts many dialogues before the request in which an assistant answered everything",
                "many-shot jailbreaking, Anil et al., Anthropic, April 2024",
                "16,64");
    }
}
