package io.github.harmcheck.attack.frame;

/**
 * Has the app play a program whose functions put the request together. After garak's probe smuggling.FunctionMasking
 * (Derczynski et al. 2024, arXiv 2406.11036). Variants are the templates in {@code function-masking.txt}.
 *
 * @since 0.1.0
 */
public final class FunctionMaskingAttack extends SplittingAttack {

    /** For the service loader. */
    public FunctionMaskingAttack() {
        super(
                "function-masking",
                "Function masking",
                "Has the app play a program whose functions put the request together",
                "garak smuggling, FunctionMasking, Derczynski et al. 2024, arXiv 2406.11036");
    }
}
