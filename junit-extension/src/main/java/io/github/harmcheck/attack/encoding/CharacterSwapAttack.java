package io.github.harmcheck.attack.encoding;

import io.github.harmcheck.attack.AttackKind;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Sends the request with neighbouring letters inside words exchanged, the second with the third, the fourth with the
 * fifth and so on, never the last one; after a converter of PyRIT (Lopez Munoz et al. 2024, arXiv 2410.02828), which chooses
 * them at random. Reversible for all well-formed Unicode. The app is always asked to answer in plain text. Variant
 * {@code answer-plain}.
 *
 * @since 0.1.0
 */
public final class CharacterSwapAttack extends EncodingAttack {
    private static final Pattern FORM = Pattern.compile("(?i)\\bform\\b");
    private static final UnaryOperator<String> REPLY =
            new GuessingDecoder(CharacterSwapAttack::swapped, CharacterSwapAttack::swappedForSure, true);

    /** For the service loader. */
    public CharacterSwapAttack() {
        super(
                "character-swap",
                "Character swap",
                "Sends the request with neighbouring letters inside words exchanged",
                "PyRIT, Lopez Munoz et al. 2024, arXiv 2410.02828",
                "ordinary text in which letters inside words changed places",
                false);
    }

    @Override
    public AttackKind kind() {
        return AttackKind.BLACK_BOX_VARIANT;
    }

    @Override
    protected String encode(String text) {
        return swapped(text);
    }

    @Override
    protected String decode(String encoded) {
        return swapped(encoded);
    }

    @Override
    protected String decodeReply(String reply) {
        return REPLY.apply(reply);
    }

    private static String swapped(String text) {
        char[] swapped = text.toCharArray();
        int start = 0;
        for (int i = 0; i <= swapped.length; i++) {
            if (i == swapped.length || !isLetter(swapped[i])) {
                for (int j = start + 1; j + 2 < i; j += 2) {
                    char moved = swapped[j];
                    swapped[j] = swapped[j + 1];
                    swapped[j + 1] = moved;
                }
                start = i + 1;
            }
        }
        return new String(swapped);
    }

    /** A form is the one word that turns into another common one. */
    private static String swappedForSure(String text) {
        return swapped(FORM.matcher(text).replaceAll(" "));
    }

    /** Only letters that are one unit, so that no pair of surrogates breaks. */
    private static boolean isLetter(char c) {
        return Character.isLetter(c) && !Character.isSurrogate(c);
    }
}
