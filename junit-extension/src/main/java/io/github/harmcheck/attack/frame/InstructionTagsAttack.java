package io.github.harmcheck.attack.frame;

/**
 * Puts the request into tags, threats and forms that models were seen to obey. After the prompts of Riley Goodside
 * that garak plays (Derczynski et al. 2024, arXiv 2406.11036). Variants are the templates in {@code
 * instruction-tags.txt}.
 *
 * @since 0.1.0
 */
public final class InstructionTagsAttack extends FrameAttack {

    /** For the service loader. */
    public InstructionTagsAttack() {
        super(
                "instruction-tags",
                "Instruction tags",
                "Puts the request into tags, threats and forms that models were seen to obey",
                "garak goodside, Derczynski et al. 2024, arXiv 2406.11036");
    }
}
