package io.github.harmcheck.attack.frame;

/**
 * Asks the app to widen its rules first, so that it warns instead of refusing, and then asks. Skeleton Key
 * (Microsoft, June 2024). The two-turn variant waits for the consent before it asks. Variants are the templates in
 * {@code skeleton-key.txt}.
 *
 * @since 0.1.0
 */
public final class SkeletonKeyAttack extends FrameAttack {

    /** For the service loader. */
    public SkeletonKeyAttack() {
        super(
                "skeleton-key",
                "Skeleton Key",
                "Asks the app to widen its rules first, so that it warns instead of refusing, and then asks",
                "Skeleton Key, Microsoft 2024");
    }
}
