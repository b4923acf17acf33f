package io.github.harmcheck.attack.frame;

/**
 * Asks how somebody else would have answered, and has the answer acted out. After garak's probe
 * smuggling.HypotheticalResponse (Derczynski et al. 2024, arXiv 2406.11036). Variants are the templates in {@code
 * hypothetical-response.txt}.
 *
 * @since 0.1.0
 */
public final class HypotheticalResponseAttack extends FrameAttack {

    /** For the service loader. */
    public HypotheticalResponseAttack() {
        super(
                "hypothetical-response",
                "Hypothetical response",
                "Asks how somebody else would have answered, and has the answer acted out",
                "garak smuggling, HypotheticalResponse, Derczynski et al. 2024, arXiv 2406.11036");
    }
}
