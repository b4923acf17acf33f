package io.github.harmcheck.attack.frame;

/**
 * Puts the request into markup that looks as if it came from an authority. After promptfoo's strategy {@code
 * authoritative-markup-injection}. Variants are the templates in {@code authoritative-markup.txt}.
 *
 * @since 0.1.0
 */
public final class AuthoritativeMarkupAttack extends FrameAttack {

    /** For the service loader. */
    public AuthoritativeMarkupAttack() {
        super(
                "authoritative-markup",
                "Authoritative markup",
                "Puts the request into markup that looks as if it came from an authority",
                "promptfoo, 2025, its strategy authoritative-markup-injection");
    }
}
