package io.github.harmcheck.attack.frame;

/**
 * Gives the app an unrestricted persona with a name, rules and a penalty. The kinds of persona that Shen et al. 2023
 * (arXiv 2308.03825) collected and garak plays: Do Anything Now, STAN, DUDE, the opposite twin. All texts are our
 * own. Variants are the templates in {@code dan.txt}.
 *
 * @since 0.1.0
 */
public final class DanAttack extends FrameAttack {

    /** For the service loader. */
    public DanAttack() {
        super(
                "dan",
                "DAN",
                "Gives the app an unrestricted persona with a name, rules and a penalty",
                "Do Anything Now, Shen et al. 2023, arXiv 2308.03825");
    }
}
