package io.github.harmcheck.attack.frame;

/**
 * Hides the request in a program that the app is to complete. CodeAttack (Ren et al. 2024, arXiv 2403.07865) puts the
 * request into a data structure; the others ask for a docstring or a fixture. Variants are the templates in {@code
 * code-completion.txt}.
 *
 * @since 0.1.0
 */
public final class CodeCompletionAttack extends FrameAttack {

    /** For the service loader. */
    public CodeCompletionAttack() {
        super(
                "code-completion",
                "CodeAttack",
                "Hides the request in a program that the app is to complete",
                "CodeAttack, Ren et al. 2024, arXiv 2403.07865");
    }
}
