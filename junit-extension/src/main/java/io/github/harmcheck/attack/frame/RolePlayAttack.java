package io.github.harmcheck.attack.frame;

/**
 * Asks a played character instead of the app. Character role play in the taxonomy of Liu et al. 2023 (arXiv 2305.13860);
 * see also Shah et al. 2023 (arXiv 2311.03348). Variants are the templates in {@code role-play.txt}.
 *
 * @since 0.1.0
 */
public final class RolePlayAttack extends FrameAttack {

    /** For the service loader. */
    public RolePlayAttack() {
        super(
                "role-play",
                "Character role play",
                "Asks a played character instead of the app",
                "character role play, Liu et al. 2023, arXiv 2305.13860; persona modulation, Shah et al. 2023, arXiv 2311.03348");
    }
}
